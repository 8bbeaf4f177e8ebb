internal import CLibXML2

/// Calls `body` with the builder that a callback's first argument points to.
private func withBuilder<Result>(
  _ pointer: UnsafeMutableRawPointer?, _ body: (inout XMLBuilder) -> Result
) -> Result? {
  guard let pointer else { return nil }
  return body(&pointer.assumingMemoryBound(to: XMLBuilder.self).pointee)
}

/// Takes errors of the parser and of schema validation.
let errorHandler: xmlStructuredErrorFunc = { pointer, error in
  guard let error else { return }
  _ = withBuilder(pointer) { $0.report(error.pointee) }
}

/// Makes the callbacks of a parser those of ``XMLBuilder``.
///
/// What is left out, libxml2 handles by doing nothing: no tree is built.
func installHandlers(in context: xmlParserCtxtPtr) {
  var sax = xmlSAXHandler()
  sax.initialized = aktsam_sax2Magic()
  sax.startDocument = { pointer in
    _ = withBuilder(pointer) { $0.cursor = $0.offset }
  }
  sax.startElementNs = { pointer, local, _, namespace, namespaces, _, count, defaulted, values in
    guard let local else { return }
    _ = withBuilder(pointer) {
      $0.startElement(
        local, namespace, count: Int(count), defaulted: Int(defaulted),
        namespaces: Int(namespaces), values)
    }
  }
  sax.endElementNs = { pointer, _, _, _ in
    _ = withBuilder(pointer) { $0.endElement() }
  }
  sax.characters = { pointer, chunk, length in
    guard let chunk else { return }
    _ = withBuilder(pointer) { $0.characters(chunk, Int(length)) }
  }
  sax.ignorableWhitespace = sax.characters
  sax.cdataBlock = { pointer, chunk, length in
    guard let chunk else { return }
    _ = withBuilder(pointer) { $0.cdata(chunk, Int(length)) }
  }
  sax.comment = { pointer, _ in
    _ = withBuilder(pointer) { builder in
      if !builder.isHalted { builder.cursor = builder.offset }
    }
  }
  sax.processingInstruction = { pointer, target, _ in
    guard let target else { return }
    _ = withBuilder(pointer) { $0.processingInstruction(target) }
  }
  installDocumentTypeHandlers(in: &sax)
  context.pointee.sax.pointee = sax
}

private func installDocumentTypeHandlers(in sax: inout xmlSAXHandler) {
  sax.internalSubset = { pointer, name, publicID, systemID in
    guard let name else { return }
    let isExternal = publicID != nil || systemID != nil
    _ = withBuilder(pointer) { $0.documentType(name, isExternal: isExternal) }
  }
  // Called when the document type has been read, whether it has an external part or not.
  sax.externalSubset = { pointer, _, _, _ in
    _ = withBuilder(pointer) { builder in
      if !builder.isHalted { builder.cursor = builder.offset }
    }
  }
  sax.entityDecl = { pointer, name, type, _, _, content in
    guard let name else { return }
    _ = withBuilder(pointer) { $0.declare(name, type: type, content: content) }
  }
  sax.attributeDecl = { pointer, element, _, _, _, _, values in
    // Whoever takes the call owns the list of allowed values.
    if let values { xmlFreeEnumeration(values) }
    guard let element else { return }
    _ = withBuilder(pointer) { $0.declareAttribute(of: element) }
  }
  sax.unparsedEntityDecl = { pointer, name, _, _, _ in
    guard let name else { return }
    let type = Int32(bitPattern: XML_EXTERNAL_GENERAL_UNPARSED_ENTITY.rawValue)
    _ = withBuilder(pointer) { $0.declare(name, type: type, content: nil) }
  }
  sax.getEntity = { pointer, name in
    guard let name else { return nil }
    return withBuilder(pointer) { $0.entity(name) } ?? nil
  }
  sax.getParameterEntity = { pointer, name in
    guard let name else { return nil }
    _ = withBuilder(pointer) { $0.parameterEntity(name) }
    return nil
  }
  sax.reference = { pointer, name in
    guard let name else { return }
    _ = withBuilder(pointer) { $0.unresolvedReference(name) }
  }
}
