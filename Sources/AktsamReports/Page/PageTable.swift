extension Page {
  /// A table with a row of headings.
  package struct Table: Sendable, Hashable {
    /// What the table shows, for those who cannot see it at a glance.
    package var caption: String
    /// The columns.
    package var columns: [Column]
    /// The cells of each row, one for each column.
    package var rows: [[[Inline]]]

    /// Creates a table.
    package init(caption: String, columns: [Column], rows: [[[Inline]]]) {
      self.caption = caption
      self.columns = columns
      self.rows = rows
    }

    /// The share of the width that each column takes, in `total` parts.
    func widths(of total: Int) -> [Int] {
      let sum = max(columns.reduce(0) { $0 + $1.width }, 1)
      return columns.map { total * $0.width / sum }
    }
  }

  /// A column of a table.
  package struct Column: Sendable, Hashable {
    /// The heading.
    package var title: String
    /// Its width, measured against the other columns.
    package var width: Int
    /// Whether it holds numbers, which stand at the right.
    package var isNumeric: Bool
    /// Whether its cells name their rows.
    package var namesRow: Bool

    /// Creates a column.
    package init(
      _ title: String, width: Int, isNumeric: Bool = false, namesRow: Bool = false
    ) {
      self.title = title
      self.width = max(width, 1)
      self.isNumeric = isNumeric
      self.namesRow = namesRow
    }
  }

  /// Fields that people fill in.
  package struct Form: Sendable, Hashable {
    /// What is filled in, for those who cannot see what stands above.
    package var label: String
    /// The fields.
    package var fields: [Field]

    /// Creates a form.
    package init(label: String, fields: [Field]) {
      self.label = label
      self.fields = fields
    }

    /// The fields in rows: a wide one by itself, up to three others together.
    var rows: [[Field]] {
      var rows: [[Field]] = []
      for field in fields {
        if !field.isWide, let last = rows.last, last.count < 3, last.allSatisfy({ !$0.isWide }) {
          rows[rows.count - 1].append(field)
        } else {
          rows.append([field])
        }
      }
      return rows
    }
  }

  /// A field that people fill in.
  package struct Field: Sendable, Hashable {
    /// What is entered.
    package enum Kind: Sendable, Hashable {
      /// A few words.
      case words
      /// Several lines.
      case lines
      /// A day.
      case date
      /// One of several.
      case choice([String])
    }

    /// The id; unique on the page.
    package var id: String
    /// The label.
    package var label: String
    /// What to enter, shown while the field is empty.
    package var prompt: String
    /// What is entered.
    package var kind: Kind
    /// What it holds from the start; empty = nothing.
    package var value: String

    /// Creates a field.
    package init(id: String, label: String, prompt: String, kind: Kind, value: String = "") {
      self.id = id
      self.label = label
      self.prompt = prompt
      self.kind = kind
      self.value = value
    }

    /// Whether it takes the whole width.
    var isWide: Bool { kind == .lines }
  }
}
