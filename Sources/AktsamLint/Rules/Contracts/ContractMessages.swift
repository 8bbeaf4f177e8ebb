/// The wording of the findings about contract and tender documents.
enum ContractMessages {}
