/// The wording of the findings about ESPD and eForms.
enum NoticeMessages {}
