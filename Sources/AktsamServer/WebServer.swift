internal import AktsamResources
internal import Hummingbird
internal import Logging
internal import Mustache
internal import NIOPosix
internal import ServiceLifecycle

/// The server of `aktsam serve`.
package struct WebServer: Sendable {}
