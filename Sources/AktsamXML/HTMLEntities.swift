/// The named characters of HTML 4 that prose uses, for documents that refer to them without
/// declaring them (HTML 4.01, section 24).
package enum HTMLEntities {
  /// Returns the character of a name, or nil.
  package static func scalar(named name: String) -> Unicode.Scalar? {
    scalars[name]
  }

  /// Returns the character of a name in a page of HTML, where the names that XML predefines and
  /// those that HTML 5 added count as well, or nil.
  static func scalar(ofHTML name: String) -> Unicode.Scalar? {
    scalars[name] ?? htmlScalars[name]
  }

  /// Returns the character of a name that HTML reads without a semicolon too, or nil.
  static func scalar(ofOpenName name: String) -> Unicode.Scalar? {
    if let scalar = scalars[name] { return (0xA0...0xFF).contains(scalar.value) ? scalar : nil }
    return openNames.contains(name) ? htmlScalars[name] : nil
  }

  private static let openNames: Set<String> = [
    "amp", "lt", "gt", "quot", "AMP", "LT", "GT", "QUOT", "COPY", "REG",
  ]

  private static let htmlScalars: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "AMP": "&", "LT": "<",
    "GT": ">", "QUOT": "\"", "COPY": "\u{A9}", "REG": "\u{AE}", "Tab": "\t", "NewLine": "\n",
    "excl": "!", "num": "#", "dollar": "$", "percnt": "%", "lpar": "(", "rpar": ")", "ast": "*",
    "plus": "+", "comma": ",", "period": ".", "sol": "/", "colon": ":", "semi": ";",
    "equals": "=", "quest": "?", "commat": "@", "lsqb": "[", "lbrack": "[", "bsol": "\\",
    "rsqb": "]", "rbrack": "]", "lowbar": "_", "lcub": "{", "rcub": "}", "vert": "|",
    "hyphen": "\u{2010}", "dash": "\u{2010}", "horbar": "\u{2015}", "numsp": "\u{2007}",
    "puncsp": "\u{2008}", "hairsp": "\u{200A}", "rsquor": "\u{2019}", "rdquor": "\u{201D}",
    "bullet": "\u{2022}", "check": "\u{2713}", "cross": "\u{2717}", "star": "\u{2606}",
    "starf": "\u{2605}", "numero": "\u{2116}", "ccaron": "\u{10D}", "Ccaron": "\u{10C}",
    "zcaron": "\u{17E}", "Zcaron": "\u{17D}", "cacute": "\u{107}", "lstrok": "\u{142}",
    "Lstrok": "\u{141}", "nacute": "\u{144}", "sacute": "\u{15B}", "eogon": "\u{119}",
    "aogon": "\u{105}", "zdot": "\u{17C}", "inodot": "\u{131}", "fnof": "\u{192}",
    "alpha": "\u{3B1}", "beta": "\u{3B2}", "gamma": "\u{3B3}", "delta": "\u{3B4}",
    "mu": "\u{3BC}", "pi": "\u{3C0}", "sigma": "\u{3C3}", "Delta": "\u{394}",
    "Sigma": "\u{3A3}", "Omega": "\u{3A9}", "part": "\u{2202}", "sum": "\u{2211}",
    "radic": "\u{221A}", "cap": "\u{2229}", "equiv": "\u{2261}", "sub": "\u{2282}",
    "sdot": "\u{22C5}", "rArr": "\u{21D2}", "hArr": "\u{21D4}", "lrm": "\u{200E}",
    "rlm": "\u{200F}", "loz": "\u{25CA}", "hearts": "\u{2665}", "ZeroWidthSpace": "\u{200B}",
  ]

  private static let scalars: [String: Unicode.Scalar] = {
    var scalars: [String: Unicode.Scalar] = [
      "OElig": "\u{152}", "oelig": "\u{153}", "Scaron": "\u{160}", "scaron": "\u{161}",
      "Yuml": "\u{178}", "circ": "\u{2C6}", "tilde": "\u{2DC}", "ensp": "\u{2002}",
      "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}",
      "ndash": "\u{2013}", "mdash": "\u{2014}", "lsquo": "\u{2018}", "rsquo": "\u{2019}",
      "sbquo": "\u{201A}", "ldquo": "\u{201C}", "rdquo": "\u{201D}", "bdquo": "\u{201E}",
      "dagger": "\u{2020}", "Dagger": "\u{2021}", "bull": "\u{2022}", "hellip": "\u{2026}",
      "permil": "\u{2030}", "prime": "\u{2032}", "Prime": "\u{2033}", "lsaquo": "\u{2039}",
      "rsaquo": "\u{203A}", "euro": "\u{20AC}", "trade": "\u{2122}", "larr": "\u{2190}",
      "uarr": "\u{2191}", "rarr": "\u{2192}", "darr": "\u{2193}", "harr": "\u{2194}",
      "minus": "\u{2212}", "infin": "\u{221E}", "asymp": "\u{2248}", "ne": "\u{2260}",
      "le": "\u{2264}", "ge": "\u{2265}",
    ]
    // U+00A0 to U+00FF in the order of the characters.
    let latin1 =
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg "
      + "plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 "
      + "iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml "
      + "Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave "
      + "Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil "
      + "egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde "
      + "ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml"
    for (index, name) in latin1.split(separator: " ").enumerated() {
      scalars[String(name)] = Unicode.Scalar(UInt8(truncatingIfNeeded: 0xA0 + index))
    }
    return scalars
  }()
}
