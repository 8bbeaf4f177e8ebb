/// The style sheet of pages: for screens in light and dark, and for paper.
enum HTMLStyle {
  /// The style sheet. Colours of text keep a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3).
  static let sheet = """
    :root {
      --ground: #ffffff; --text: #1d2430; --faint: #55606e; --line: #cfd6de; --panel: #f3f6f9;
      --accent: #1f4e79; --bad: #9b1c1c; --doubtful: #7a4b00; --good: #1c6434; --neutral: #44505e;
      --bad-ground: #fdecec; --doubtful-ground: #fdf3df; --good-ground: #e6f4ea;
      --neutral-ground: #edf0f3;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #14181e; --text: #e4e8ed; --faint: #a5b0bd; --line: #3a4450; --panel: #1d232b;
        --accent: #8dbbe8; --bad: #ff9d9d; --doubtful: #f2c572; --good: #8fd6a4; --neutral: #b9c3ce;
        --bad-ground: #3d1c1f; --doubtful-ground: #392c12; --good-ground: #17321f;
        --neutral-ground: #28303a;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body {
      margin: 0 auto; max-width: 60rem; padding: 1.5rem 1.25rem 4rem; color: var(--text);
      background: var(--ground); font: 1rem/1.55 system-ui, "Segoe UI", Arial, sans-serif;
      overflow-wrap: break-word;
    }
    h1, h2, h3, h4, h5 { line-height: 1.25; margin: 2rem 0 .6rem; color: var(--accent); }
    h1 { font-size: 2rem; margin-top: .5rem; }
    h2 { font-size: 1.5rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem; }
    h3 { font-size: 1.2rem; }
    h4 { font-size: 1.05rem; }
    p, ul, figure, dl, form, .scroll { margin: 0 0 .8rem; }
    ul { padding-left: 1.3rem; }
    a { color: var(--accent); }
    a:focus-visible, input:focus-visible, textarea:focus-visible, select:focus-visible,
    .scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    code { font: .88em/1.4 ui-monospace, "Liberation Mono", Consolas, monospace;
      overflow-wrap: anywhere; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { position: static; }
    .subtitle { font-size: 1.15rem; color: var(--faint); }
    .lead { font-size: 1.1rem; }
    .facts, .note, footer { color: var(--faint); }
    .note { border-left: 3px solid var(--line); padding-left: .8rem; }
    .mark { border: 1px solid; border-radius: .3rem; padding: 0 .4rem; font-weight: 600;
      white-space: nowrap; }
    .bad { color: var(--bad); background: var(--bad-ground); }
    .doubtful { color: var(--doubtful); background: var(--doubtful-ground); }
    .good { color: var(--good); background: var(--good-ground); }
    .neutral { color: var(--neutral); background: var(--neutral-ground); }
    nav { background: var(--panel); border: 1px solid var(--line); border-radius: .4rem;
      padding: .8rem 1.2rem; margin: 1.5rem 0; }
    nav ul { list-style: none; padding-left: 1.1rem; margin: 0; }
    nav > ul { padding-left: 0; columns: 2 16rem; }
    nav a { display: inline-block; padding: .1rem 0; }
    .title { font-weight: 600; margin-bottom: .4rem; }
    figure { border-left: 4px solid var(--accent); background: var(--panel);
      padding: .6rem .9rem; }
    blockquote { margin: 0; }
    blockquote p { margin: 0 0 .3rem; font-style: italic; }
    ins { text-decoration: underline; text-decoration-thickness: 2px; background: var(--good-ground); }
    del { text-decoration: line-through; background: var(--bad-ground); }
    figcaption { color: var(--faint); font-size: .92rem; }
    .scroll { overflow-x: auto; padding: 0 1px; }
    table { border-collapse: collapse; width: 100%; font-size: .95rem; }
    caption { text-align: left; color: var(--faint); padding-bottom: .3rem; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap; }
    th, td { border: 1px solid var(--line); padding: .35rem .55rem; text-align: left;
      vertical-align: top; }
    thead th { background: var(--panel); }
    tbody th { font-weight: 600; overflow-wrap: anywhere; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    dl > div { display: grid; grid-template-columns: 12rem 1fr; gap: 0 1rem;
      border-top: 1px solid var(--line); padding: .5rem 0 0; }
    dt { font-weight: 600; color: var(--faint); margin-bottom: .5rem; }
    dd { margin: 0; min-width: 0; }
    form { background: var(--panel); border: 1px solid var(--line); border-radius: .4rem;
      padding: .7rem .9rem .1rem; }
    .fields { display: flex; flex-wrap: wrap; gap: 0 1rem; }
    .fields p { flex: 1 1 12rem; }
    label { display: block; font-weight: 600; font-size: .92rem; margin-bottom: .2rem; }
    input, textarea, select { width: 100%; font: inherit; color: inherit;
      background: var(--ground); border: 1px solid var(--faint); border-radius: .3rem;
      padding: .35rem .5rem; min-height: 2.4rem; }
    ::placeholder { color: var(--faint); opacity: 1; }
    @media (max-width: 40rem) { dl > div { grid-template-columns: 1fr; } dt { margin: 0; } }
    @media print {
      :root {
        --ground: #ffffff; --text: #000000; --faint: #444444; --line: #999999; --panel: #f4f4f4;
        --accent: #1f3a57; --bad: #7a1010; --doubtful: #5c3900; --good: #124a25;
        --neutral: #333333; --bad-ground: #ffffff; --doubtful-ground: #ffffff;
        --good-ground: #ffffff; --neutral-ground: #ffffff;
      }
      @page { size: A4; margin: 18mm 17mm; }
      html { font-size: 9.5pt; }
      body { max-width: none; padding: 0; line-height: 1.4; }
      h2, h3, h4, h5 { margin-top: 1.2rem; }
      dl > div { padding-top: .25rem; }
      .skip { display: none; }
      h2, h3, h4, h5, caption, .facts { break-after: avoid; }
      figure, tr, form, li, nav { break-inside: avoid; }
      form { break-before: avoid; }
      thead { display: table-header-group; }
      .sheet { break-before: page; }
      .scroll { overflow: visible; }
      a { color: inherit; }
      ::placeholder { color: transparent; }
      input, select { appearance: none; }
    }

    """
}
