internal import GRDB

/// The tables of the register, made step by step: a migration that was published is never changed.
enum Schema {
  /// What marks a database as a register of aktsam: "aktS" in SQLite's header.
  static let applicationID = 0x616B_7453

  /// The tables, in the order in which they are exported.
  static let tables = [
    "supplier", "procedure", "round", "input", "assessment", "gap", "action", "decision", "note",
    "event",
  ]

  /// All migrations, the oldest first.
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1-register") { db in
      try db.execute(sql: suppliersAndRounds + gaps + history)
      for rule in appendOnly { try db.execute(sql: rule) }
    }
    // Lots of a procedure, members of zip files and levels of requirements.
    migrator.registerMigration("2-lots") { db in
      try db.execute(
        sql: """
          ALTER TABLE procedure ADD COLUMN lot TEXT NOT NULL DEFAULT '';
          DROP INDEX procedure_name;
          CREATE UNIQUE INDEX procedure_name_lot ON procedure(name, lot);
          ALTER TABLE input ADD COLUMN part TEXT NOT NULL DEFAULT '';
          ALTER TABLE assessment ADD COLUMN level TEXT NOT NULL DEFAULT '';
          """)
    }
    return migrator
  }()

  // MARK: - The first migration

  private static let day = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"

  private static let outcomes =
    "('met', 'weak', 'contradicted', 'missing', 'not-applicable', 'unread')"

  private static let states = "('open', 'agreed', 'closed', 'reopened')"

  private static let suppliersAndRounds = """
    CREATE TABLE supplier (
      id INTEGER PRIMARY KEY,
      slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
      name TEXT NOT NULL CHECK (trim(name) <> ''),
      identifier TEXT NOT NULL
    ) STRICT;
    CREATE TABLE procedure (
      id INTEGER PRIMARY KEY,
      slug TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX procedure_name ON procedure(name);
    CREATE TABLE round (
      id INTEGER PRIMARY KEY,
      supplier INTEGER NOT NULL REFERENCES supplier,
      procedure INTEGER NOT NULL REFERENCES procedure,
      number INTEGER NOT NULL CHECK (number > 0),
      date TEXT NOT NULL CHECK (date \(day)),
      tool_version TEXT NOT NULL,
      library_version TEXT NOT NULL,
      library_sha256 TEXT NOT NULL,
      profile TEXT NOT NULL,
      profile_version TEXT NOT NULL,
      UNIQUE (supplier, procedure, number)
    ) STRICT;
    CREATE TABLE input (
      id INTEGER PRIMARY KEY,
      round INTEGER NOT NULL REFERENCES round,
      position INTEGER NOT NULL,
      path TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      format TEXT NOT NULL,
      role TEXT NOT NULL,
      UNIQUE (round, position)
    ) STRICT;
    CREATE TABLE assessment (
      id INTEGER PRIMARY KEY,
      round INTEGER NOT NULL REFERENCES round,
      requirement TEXT NOT NULL CHECK (requirement <> ''),
      number TEXT NOT NULL,
      severity TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN \(outcomes)),
      certainty TEXT NOT NULL,
      quote TEXT NOT NULL,
      place TEXT NOT NULL,
      UNIQUE (round, requirement)
    ) STRICT;

    """

  private static let gaps = """
    CREATE TABLE gap (
      id INTEGER PRIMARY KEY,
      supplier INTEGER NOT NULL REFERENCES supplier,
      procedure INTEGER NOT NULL REFERENCES procedure,
      requirement TEXT NOT NULL CHECK (requirement <> ''),
      opened INTEGER NOT NULL REFERENCES round,
      assessment INTEGER NOT NULL REFERENCES assessment,
      state TEXT NOT NULL CHECK (state IN \(states)),
      change TEXT NOT NULL CHECK (change IN ('new', 'unchanged', 'improved', 'worse')),
      outcome TEXT NOT NULL CHECK (outcome IN \(outcomes)),
      closed_outcome TEXT CHECK (closed_outcome IN \(outcomes)),
      override INTEGER REFERENCES decision,
      override_holds INTEGER NOT NULL CHECK (override_holds IN (0, 1)),
      UNIQUE (supplier, procedure, requirement)
    ) STRICT;
    CREATE TABLE action (
      id INTEGER PRIMARY KEY,
      gap INTEGER NOT NULL REFERENCES gap,
      text TEXT NOT NULL CHECK (trim(text) <> ''),
      owner TEXT NOT NULL CHECK (trim(owner) <> ''),
      due TEXT NOT NULL CHECK (due \(day)),
      person TEXT NOT NULL CHECK (trim(person) <> ''),
      date TEXT NOT NULL CHECK (date \(day)),
      settled INTEGER NOT NULL CHECK (settled IN (0, 1))
    ) STRICT;
    CREATE INDEX action_gap ON action(gap);
    CREATE INDEX action_due ON action(due) WHERE settled = 0;

    """

  private static let history = """
    CREATE TABLE decision (
      id INTEGER PRIMARY KEY,
      gap INTEGER NOT NULL REFERENCES gap,
      assessment INTEGER NOT NULL REFERENCES assessment,
      kind TEXT NOT NULL CHECK (kind IN ('override', 'close', 'reopen')),
      outcome TEXT CHECK (outcome IN \(outcomes)),
      reason TEXT NOT NULL CHECK (trim(reason) <> ''),
      person TEXT NOT NULL CHECK (trim(person) <> ''),
      date TEXT NOT NULL CHECK (date \(day)),
      CHECK ((kind = 'override') = (outcome IS NOT NULL))
    ) STRICT;
    CREATE INDEX decision_gap ON decision(gap);
    CREATE TABLE note (
      id INTEGER PRIMARY KEY,
      supplier INTEGER NOT NULL REFERENCES supplier,
      gap INTEGER REFERENCES gap,
      text TEXT NOT NULL CHECK (trim(text) <> ''),
      person TEXT NOT NULL CHECK (trim(person) <> ''),
      date TEXT NOT NULL CHECK (date \(day))
    ) STRICT;
    CREATE INDEX note_supplier ON note(supplier);
    CREATE TABLE event (
      id INTEGER PRIMARY KEY,
      date TEXT NOT NULL CHECK (date \(day)),
      kind TEXT NOT NULL,
      person TEXT NOT NULL,
      supplier INTEGER NOT NULL REFERENCES supplier,
      gap INTEGER REFERENCES gap,
      round INTEGER REFERENCES round,
      from_state TEXT CHECK (from_state IN \(states)),
      to_state TEXT CHECK (to_state IN \(states)),
      from_outcome TEXT CHECK (from_outcome IN \(outcomes)),
      to_outcome TEXT CHECK (to_outcome IN \(outcomes)),
      text TEXT NOT NULL,
      CHECK ((gap IS NULL) = (to_state IS NULL)),
      CHECK ((gap IS NULL) = (to_outcome IS NULL))
    ) STRICT;
    CREATE INDEX event_gap ON event(gap);
    CREATE INDEX event_supplier ON event(supplier);

    """

  /// Triggers that let nothing of the past be changed, not even by other programs that open the file.
  private static let appendOnly: [String] = {
    // INSERT OR REPLACE deletes the row that it meets without a delete trigger being asked, so the
    // keys that it could meet are looked at before.
    let keys: [(table: String, key: String)] = [
      ("round", "supplier = NEW.supplier AND procedure = NEW.procedure AND number = NEW.number"),
      ("input", "round = NEW.round AND position = NEW.position"),
      ("assessment", "round = NEW.round AND requirement = NEW.requirement"),
      ("decision", "FALSE"), ("note", "FALSE"), ("event", "FALSE"),
    ]
    let frozen = keys.flatMap { table, key in
      [
        trigger("\(table)_kept", "UPDATE", on: table, "the \(table) table is append-only"),
        trigger(
          "\(table)_not_replaced", "INSERT", on: table, "the \(table) table is append-only",
          when: "EXISTS (SELECT 1 FROM \(table) WHERE id = NEW.id OR (\(key)))"),
      ]
    }
    let replaced = [
      ("supplier", "slug = NEW.slug"), ("procedure", "slug = NEW.slug"), ("action", "FALSE"),
      (
        "gap",
        "supplier = NEW.supplier AND procedure = NEW.procedure AND requirement = NEW.requirement"
      ),
    ].map { table, key in
      trigger(
        "\(table)_not_replaced", "INSERT", on: table, "rows of the \(table) table stay",
        when: "EXISTS (SELECT 1 FROM \(table) WHERE id = NEW.id OR (\(key)))")
    }
    let identities = [
      ("supplier", "id, slug"), ("procedure", "id, slug, name"),
      ("gap", "id, supplier, procedure, requirement, opened"), ("action", "id, gap, person, date"),
    ].map { table, columns in
      trigger(
        "\(table)_same", "UPDATE OF \(columns)", on: table, "what a \(table) is never changes")
    }
    let kept = tables.map {
      trigger("\($0)_not_deleted", "DELETE", on: $0, "rows of the \($0) table stay")
    }
    return frozen + replaced + identities + kept
  }()

  private static func trigger(
    _ name: String, _ event: String, on table: String, _ message: String, when: String? = nil
  ) -> String {
    """
    CREATE TRIGGER \(name) BEFORE \(event) ON \(table)\(when.map { " WHEN \($0)" } ?? "")
    BEGIN SELECT RAISE(ABORT, '\(message)'); END
    """
  }
}
