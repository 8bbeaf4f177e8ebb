internal import Hummingbird

/// Adds the pages for people.
func addPages(to router: Router<ServerRequestContext>, server: ServerContext) {}
