/* What Swift can't reach by itself in libxml2: inline wrappers, no logic. */
#ifndef AKTSAM_CLIBXML2_SHIM_H
#define AKTSAM_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
/* A libxml2 built with ICU includes ICU's headers, and these clash with Foundation's copy. Only
   the tail of xmlCharEncodingHandler depends on the macro, and nothing here looks into that. */
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/HTMLparser.h>

/* xmlFree is a global variable that holds a function: not concurrency-safe in Swift's eyes. */
static inline void aktsam_xmlFree(void *pointer) {
  if (pointer) xmlFree(pointer);
}

/* The structured error handler of the calling thread, and its context. */
static inline xmlStructuredErrorFunc aktsam_structuredError(void) {
  return xmlStructuredError;
}
static inline void *aktsam_structuredErrorContext(void) {
  return xmlStructuredErrorContext;
}

/* XML_SAX2_MAGIC is a literal that doesn't fit the signed int Swift imports it as everywhere. */
static inline unsigned int aktsam_sax2Magic(void) {
  return XML_SAX2_MAGIC;
}

#endif
