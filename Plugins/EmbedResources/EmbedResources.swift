import Foundation
import PackagePlugin

/// Embeds the top-level folders `clauses/` and `schemas/` into the target that uses the plugin.
@main
struct EmbedResources: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let folders = ["clauses", "schemas"]
    let inputs = folders.flatMap { files(under: root.appending(path: $0)) }
    let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
    return [
      .buildCommand(
        displayName: "Embedding clauses and schemas",
        executable: try context.tool(named: "embed-resources").url,
        arguments: [output.path(percentEncoded: false), root.path(percentEncoded: false)] + folders,
        inputFiles: inputs, outputFiles: [output])
    ]
  }

  private func files(under folder: URL) -> [URL] {
    let keys: [URLResourceKey] = [.isRegularFileKey]
    guard
      let walker = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: keys)
    else { return [] }
    return walker.compactMap { $0 as? URL }.filter {
      (try? $0.resourceValues(forKeys: Set(keys)).isRegularFile) == true
    }.sorted { $0.path < $1.path }
  }
}
