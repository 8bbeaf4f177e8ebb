/// The wording of the findings about Markdown.
enum MarkdownMessages {
  static let openMarkupRule = "AK0340"

  static let openCode =
    "a stretch of code begins that nothing ends: what follows is read as text; close it or take the "
    + "marks away"
}
