import Foundation
import PackagePlugin

/// Embeds text files into the target that uses the plugin: the folders `Templates` and `Assets` of the
/// target itself where it has them, else the package's `clauses/` and `schemas/`.
@main
struct EmbedResources: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let own = ["Assets", "Templates"].filter {
      FileManager.default.fileExists(
        atPath: target.directoryURL.appending(path: $0).path(percentEncoded: false))
    }
    let isOwn = target.name == "AktsamServer"
    let root = isOwn ? target.directoryURL : context.package.directoryURL
    let folders = isOwn ? own : ["clauses", "schemas"]
    let inputs = folders.flatMap { files(under: root.appending(path: $0)) }
    let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(folders.joined(separator: " and "))",
        executable: try context.tool(named: "embed-resources").url,
        arguments: [
          output.path(percentEncoded: false), root.path(percentEncoded: false),
          isOwn ? "AktsamResources" : "-",
        ] + folders,
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
