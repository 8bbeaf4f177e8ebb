/// What the HTML report adds to the style sheet of pages.
enum HTMLReportStyle {
  /// The style sheet. Passages differ by colour and by the line below them.
  static let sheet = """
    body { max-width: 96rem; }
    header, nav, main > .note, main > section > p, main > section > figure { max-width: 70rem; }
    .about > div { grid-template-columns: 12rem 1fr; }
    .about dd { overflow-wrap: anywhere; }
    .matrix a { white-space: nowrap; }
    .matrix thead a { white-space: normal; }
    .matrix th:first-child { min-width: 14rem; }
    [tabindex="-1"]:focus-visible, summary:focus-visible, .jump:focus-visible {
      outline: 3px solid var(--accent); outline-offset: 2px; }
    main:focus-visible { outline: none; }
    .chart { border: 1px solid var(--line); border-radius: .4rem; padding: .8rem 1rem;
      margin: 1rem 0; }
    .chart figcaption { font-weight: 600; margin-bottom: .4rem; }
    .chart ul { list-style: none; padding: 0; margin: 0; }
    .chart li { padding: .25rem 0; }
    .chart svg { display: block; width: 100%; height: .9rem; margin: .15rem 0; }
    .step { display: block; font-size: .95rem; }
    .counts { font-size: .85rem; color: var(--faint); }
    .key { display: inline-block; width: .75em; height: .75em; border-radius: .15rem;
      margin: 0 .3em 0 .5em; border: 1px solid var(--text); }
    .counts .key:first-child { margin-left: 0; }
    .key.met { background: var(--good); } rect.met { fill: var(--good); }
    .key.weak { background: var(--amber); } rect.weak { fill: var(--amber); }
    .key.contradicted { background: var(--bad); } rect.contradicted { fill: var(--bad); }
    .key.missing { background: var(--violet); } rect.missing { fill: var(--violet); }
    .key.unread { background: var(--faint); } rect.unread { fill: var(--faint); }
    .key.not-applicable { background: var(--line); } rect.not-applicable { fill: var(--line); }
    rect { stroke: var(--ground); stroke-width: .6; vector-effect: non-scaling-stroke; }
    :root { --amber: #c98a1b; --violet: #6d4a8f; --violet-ground: #f3edf8; }
    .mark.met { color: var(--good); background: var(--good-ground); }
    .mark.weak { color: var(--doubtful); background: var(--doubtful-ground); }
    .mark.contradicted { color: var(--bad); background: var(--bad-ground); }
    .mark.missing, .mark.unread { color: var(--violet); background: var(--violet-ground); }
    .mark.not-applicable { color: var(--neutral); background: var(--neutral-ground); }
    .inputs { font-size: .88rem; min-width: 44rem; }
    .inputs code { font-size: .8rem; }
    details { margin: 0 0 .8rem; }
    summary { cursor: pointer; color: var(--accent); font-weight: 600; }
    details ul { margin-top: .4rem; }
    .filter { border: 1px solid var(--line); border-radius: .4rem; background: var(--panel);
      padding: .4rem .9rem .6rem; margin: 1.2rem 0; display: flex; flex-wrap: wrap;
      gap: .2rem 1.2rem; align-items: center; }
    .filter[hidden] { display: none; }
    .filter legend { font-weight: 600; padding: 0 .3rem; }
    .filter label { display: inline-flex; align-items: center; min-height: 1.8rem; margin: 0;
      font-weight: 400; }
    .filter input { width: 1.15rem; min-height: 1.15rem; height: 1.15rem; margin: 0 .35rem 0 0; }
    .filter .key { margin-left: 0; }
    .status { margin: 0; color: var(--faint); }
    .findings ul { padding-left: 0; list-style: none; }
    .findings .reasons, .findings details ul { list-style: disc; padding-left: 1.3rem; }
    .findings h4 { margin-top: 1.4rem; }
    .finding { border: 1px solid var(--line); border-left: .35rem solid var(--line);
      border-radius: .3rem; padding: .7rem .9rem .2rem; margin: 0 0 .8rem; }
    .finding[hidden], .group[hidden], .refs a[hidden] { display: none; }
    .finding h5, .document h5 { margin: 0 0 .4rem; font-size: 1rem; }
    .finding figure { padding: .5rem .7rem; margin-bottom: .6rem; border-left-width: 3px; }
    .finding.met { border-left-color: var(--good); }
    .finding.weak { border-left-color: var(--amber); }
    .finding.contradicted { border-left-color: var(--bad); }
    .finding.missing, .finding.unread { border-left-color: var(--violet); }
    .finding:target, .text mark:target { outline: 3px solid var(--accent); outline-offset: 2px; }
    .index { display: inline-block; min-width: 1.6em; text-align: center; font-size: .85em;
      border: 1px solid var(--faint); border-radius: .25rem; color: var(--text);
      font-variant-numeric: tabular-nums; }
    .jump { white-space: nowrap; }
    .document { border: 1px solid var(--line); border-radius: .4rem; padding: .2rem 1.1rem .6rem;
      margin-bottom: 1.2rem; }
    .document h4 { overflow-wrap: anywhere; border-bottom: 1px solid var(--line);
      padding-bottom: .4rem; margin-top: .8rem; }
    .document h5 { margin: 1.2rem 0 .4rem; }
    .b { line-height: 1.7; }
    .b.question, .b.requirement { color: var(--faint); font-weight: 600; margin-top: 1.1rem; }
    .b.caption, .b .label { color: var(--faint); font-size: .92rem; }
    .b.table-cell { margin-bottom: .2rem; padding-left: .8rem; }
    .b.answer { border-left: 3px solid var(--line); padding-left: .8rem; }
    .items { padding-left: 1.5rem; }
    .gap { color: var(--faint); border-top: 1px dashed var(--line); padding-top: .3rem;
      font-size: .92rem; }
    .printed { font-weight: 600; color: var(--faint); }
    mark { color: inherit; background: var(--neutral-ground); padding: .05em .1em;
      border-bottom: 2px solid var(--faint); }
    mark.met { background: var(--good-ground); border-bottom-color: var(--good); }
    mark.weak { background: var(--doubtful-ground); border-bottom: 2px dashed var(--amber); }
    mark.contradicted { background: var(--bad-ground); border-bottom: 4px double var(--bad); }
    mark.near { background: none; border-bottom: 2px dotted var(--faint); }
    mark.off { background: none; border-bottom-color: transparent; }
    .refs a { display: inline-block; min-width: 1.5rem; min-height: 1.5rem; margin: 0 .15rem;
      padding: 0 .2rem; text-align: center; font-size: .8rem; line-height: 1.5rem;
      font-weight: 600; border: 1px solid currentColor; border-radius: .25rem;
      text-decoration: none; background: var(--ground); }
    @media (min-width: 64rem) {
      .beside { display: grid; grid-template-columns: minmax(24rem, 5fr) 7fr; gap: 1.6rem;
        align-items: start; }
      .beside .findings { position: sticky; top: 0; max-height: 100vh; overflow-y: auto;
        padding: 0 .6rem 1rem .3rem; }
      .beside .findings h3, .beside .text h3 { margin-top: 1rem; }
    }
    @media (max-width: 40rem) {
      body { padding: 1rem .8rem 3rem; }
      .about > div { grid-template-columns: 1fr; }
      .document { padding: .2rem .7rem .4rem; }
    }
    @media (prefers-color-scheme: dark) { 
      :root { --amber: #e0a63a; --violet: #c3a2e6; --violet-ground: #2d2338; }
    }
    @media print {
      :root { --amber: #8a5a00; --violet: #4f3470; --violet-ground: #ffffff; }
      .inputs { min-width: 0; }
      nav, .filter, .jump { display: none; }
      .beside .findings { max-height: none; overflow: visible; position: static; }
      .subject { break-before: page; }
      .subject:first-of-type { break-before: auto; }
      .finding { break-inside: avoid; }
      .chart, .key, rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .text { break-before: page; }
      .document { border: 0; padding: 0; }
      .refs a { min-height: 0; line-height: 1.2; }
    }

    """
}
