const WIDTH = 720;
const HEIGHT = 400;
const FRAME = { left: 64, right: 150, top: 44, bottom: 48 };
const COLOURS = ["#0f766e", "#b45309", "#1d4ed8", "#9d174d", "#4d7c0f"];
const MARKS = ["", "6 4", "2 4", "10 4 2 4", "1 3"];

/**
 * How long things take while the data grow, both axes by powers of ten, as SVG.
 * @param {string} title
 * @param {{ name: string, points: [size: number, milliseconds: number][] }[]} series
 */
export function growthChart(title, series) {
  const sizes = series[0].points.map(([size]) => size);
  const times = series.flatMap(({ points }) => points.map(([, time]) => time));
  const x = scale(Math.min(...sizes), Math.max(...sizes), FRAME.left, WIDTH - FRAME.right);
  const [least, most] = [
    10 ** Math.floor(Math.log10(Math.min(...times))),
    10 ** Math.ceil(Math.log10(Math.max(...times))),
  ];
  const y = scale(least, most, HEIGHT - FRAME.bottom, FRAME.top);
  const labels = apart(series.map(({ points }) => y(points.at(-1)[1])));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="system-ui, sans-serif" font-size="12">
<title>${title}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
<text x="${FRAME.left}" y="24" font-size="15" font-weight="600" fill="#111827">${title}</text>
${powers(least, most)
  .map((time) => gridLine(y(time), `${time} ms`))
  .join("\n")}
${sizes.map((size) => `<text x="${at(x(size))}" y="${HEIGHT - 20}" text-anchor="middle" fill="#374151">${size.toLocaleString("en-US").replaceAll(",", " ")}</text>`).join("\n")}
${series.map((one, nth) => line(one, nth, { x, y, label: labels[nth] })).join("\n")}
</svg>
`;
}

function line({ name, points }, nth, { x, y, label }) {
  const colour = COLOURS[nth % COLOURS.length];
  const path = points.map(([size, time], first) => `${first === 0 ? "M" : "L"}${at(x(size))} ${at(y(time))}`).join(" ");
  const dots = points.map(
    ([size, time]) => `<circle cx="${at(x(size))}" cy="${at(y(time))}" r="3.5" fill="${colour}"/>`,
  );
  const text = `<text x="${WIDTH - FRAME.right + 12}" y="${at(label + 4)}" fill="${colour}">${name}</text>`;
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${MARKS[nth % MARKS.length]}"/>${dots.join("")}${text}`;
}

function gridLine(height, text) {
  const to = WIDTH - FRAME.right;
  return `<path d="M${FRAME.left} ${at(height)}H${to}" stroke="#e5e7eb"/><text x="${FRAME.left - 8}" y="${at(height + 4)}" text-anchor="end" fill="#374151">${text}</text>`;
}

/** Heights for names, so that none lies on another. */
function apart(heights) {
  const order = heights.map((height, nth) => ({ height, nth })).sort((a, b) => a.height - b.height);
  for (let one = 1; one < order.length; one++)
    order[one].height = Math.max(order[one].height, order[one - 1].height + 16);
  return order.sort((a, b) => a.nth - b.nth).map(({ height }) => height);
}

function scale(least, most, from, to) {
  const span = Math.log10(most) - Math.log10(least) || 1;
  return (value) => from + ((Math.log10(value) - Math.log10(least)) / span) * (to - from);
}

function powers(least, most) {
  const all = [];
  for (let power = least; power <= most * 1.001; power *= 10) all.push(Number(power.toPrecision(1)));
  return all;
}

const at = (value) => value.toFixed(1);
