// Extracts metric names from PromQL without a parser, by removing everything else from the expression. promtool checks the syntax.
const WORDS = new Set(['and', 'or', 'unless', 'bool', 'offset', 'start', 'end', 'inf', 'nan', 'atan2']);

export function metricsOf(expression) {
  const bare = expression
    .replace(/#.*$/gm, ' ')
    .replace(/"(\\.|[^"\\])*"|'(\\.|[^'\\])*'/g, ' ')
    .replace(/\{[^}]*\}|\[[^\]]*\]/g, ' ')
    .replace(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/gi, ' ')
    .replace(/\b\d+(\.\d+)?(e[+-]?\d+|ms|[smhdwy])?\b/gi, ' ');
  return [...new Set([...bare.matchAll(/[a-zA-Z_:][a-zA-Z0-9_:]*(?!\w|\s*\()/g)].map(([name]) => name).filter((name) => !WORDS.has(name.toLowerCase())))];
}

/** Every expression of a dashboard: panels, collapsed rows, and variables. */
export function expressionsOf(dashboard) {
  const panels = (dashboard.panels ?? []).flatMap((panel) => [panel, ...(panel.panels ?? [])]);
  const targets = panels.flatMap((panel) => (panel.targets ?? []).map((target) => ({ where: panel.title, expression: target.expr })));
  const variables = (dashboard.templating?.list ?? [])
    .filter((each) => each.type === 'query')
    .map((each) => ({ where: `variable ${each.name}`, expression: /^label_values\((.*),\s*\w+\)$/.exec(each.query)?.[1] ?? each.query }));
  return [...targets, ...variables];
}

/** The matchers of these labels in an expression, by metric: `kind!~"day-mark"`. */
export function matchersOf(expression, labels) {
  const found = {};
  for (const [, metric, selector] of expression.matchAll(/([a-zA-Z_:][\w:]*)\s*\{([^}]*(?:"[^"]*"[^}]*)*)\}/g)) {
    for (const [matcher, label] of selector.matchAll(/(\w+)\s*[=!]~?\s*"(?:\\.|[^"\\])*"/g)) if (labels.includes(label)) (found[metric] ??= new Set()).add(matcher);
  }
  return Object.fromEntries(Object.entries(found).map(([metric, matchers]) => [metric, [...matchers].sort().join()]));
}
