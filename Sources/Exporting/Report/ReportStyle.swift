/// How a report's page looks: calm, in light and dark, and on paper.
enum ReportStyle {
  /// The style sheet; no address occurs in it, so nothing is fetched.
  static let sheet = """
    :root { --page: #fcfcfb; --ink: #1a1a19; --quiet: #5f5e5a; --line: #d8d7d2; --soft: #f1f0ec;
      --accent: #1f5f8b; --ok: #2a78b5; --wrong: #c8501e; --unsure: #8a8984; }
    @media (prefers-color-scheme: dark) {
      :root { --page: #181817; --ink: #ececea; --quiet: #a8a7a1; --line: #3c3b38; --soft: #232321;
        --accent: #7fb8de; --ok: #5b9fd4; --wrong: #e5783f; --unsure: #8f8e88; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1.5rem; max-width: 80rem; background: var(--page);
      color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
    h1 { font-size: 1.6rem; margin: 0 0 1rem; } h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
    h3 { font-size: 1rem; margin: 1.4rem 0 .3rem; } h4 { font-size: .85rem; margin: .6rem 0 .2rem;
      color: var(--quiet); font-weight: 600; }
    a { color: var(--accent); } :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    .skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
    nav ol { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: 0; padding: 0;
      list-style: none; font-size: .9rem; }
    ul { margin: .4rem 0; padding-left: 1.2rem; }
    #summary ul { list-style: none; padding: .8rem 1rem; background: var(--soft); border-radius: .4rem; }
    p, li { max-width: 48rem; } #summary li { margin: .35rem 0; max-width: 60rem; }
    #summary li:first-child { font-weight: 600; }
    .scroll { overflow-x: auto; margin: .8rem 0; }
    table { border-collapse: collapse; font-size: .88rem; font-variant-numeric: tabular-nums; }
    caption { text-align: left; color: var(--quiet); padding: .2rem 0; }
    th, td { text-align: left; padding: .25rem .8rem .25rem 0; border-bottom: 1px solid var(--line);
      vertical-align: top; white-space: nowrap; }
    th:first-child { white-space: normal; min-width: 8rem; } thead th { color: var(--quiet); }
    th { font-weight: 600; } tbody th { font-weight: 400; } .number { text-align: right; }
    figure { margin: 1rem 0; overflow-x: auto; }
    svg { max-width: 100%; min-width: 34rem; height: auto; display: block; }
    svg text { fill: var(--ink); font: 12px system-ui, sans-serif; } svg .quiet { fill: var(--quiet); }
    svg .axis { stroke: var(--line); fill: none; } svg .mark { stroke: var(--accent); fill: none;
      stroke-width: 2; } svg .dot { fill: var(--accent); stroke: none; }
    svg .even { stroke: var(--quiet); stroke-dasharray: 4 4; fill: none; }
    svg .ok { fill: var(--ok); } svg .wrong { fill: var(--wrong); } svg .unsure { fill: var(--unsure); }
    article { border-top: 1px solid var(--line); }
    pre { white-space: pre-wrap; background: var(--soft); padding: .6rem; margin: 0; border-radius: .3rem;
      font: .85rem/1.4 ui-monospace, monospace; } summary { cursor: pointer; color: var(--accent); }
    @media print { :root { --page: #fff; --ink: #000; --quiet: #444; --line: #bbb; --soft: #f4f4f4;
        --accent: #1f5f8b; --ok: #2a78b5; --wrong: #c8501e; --unsure: #8a8984; }
      nav, .skip { display: none; } body { max-width: none; padding: 0; font-size: 10pt; }
      figure, article, tr { break-inside: avoid; } h2, h3 { break-after: avoid; }
      .scroll, figure { overflow: visible; } svg { min-width: 0; } th, td { white-space: normal; } }

    """
}
