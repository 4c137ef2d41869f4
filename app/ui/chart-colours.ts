const SERIES = ["--chart-1", "--chart-2", "--chart-3", "--chart-4", "--chart-5"] as const;
const POINTS = ["circle", "rect", "triangle", "rectRot", "star"] as const;
const HATCH_PX = 6;

/** The page's colours as a canvas can use them: a canvas knows no custom properties. */
export function chartColours() {
  const probe = document.createElement("span");
  document.body.append(probe);
  const read = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    ink: read("--ink-soft"),
    line: read("--line"),
    series: SERIES.map(read),
    font: getComputedStyle(document.body).fontFamily,
  };
  probe.remove();
  return colours;
}

type Kind = { kind: "bar" | "line"; dashed: boolean };

/** Series differ by colour and by shape: lines by their points and dashes, every second set of bars by hatching. */
export function seriesLook({ series }: ReturnType<typeof chartColours>, at: number, { kind, dashed }: Kind) {
  const colour = series[at % series.length] ?? "gray";
  const fill = kind === "bar" && at % 2 === 1 ? hatch(colour) : colour;
  return {
    backgroundColor: fill,
    borderColor: colour,
    borderWidth: kind === "bar" ? 1 : 2,
    borderDash: dashed ? [6, 4] : [],
    pointStyle: POINTS[at % POINTS.length],
    pointRadius: 3,
    maxBarThickness: 36,
  };
}

function hatch(colour: string): CanvasPattern | string {
  const tile = document.createElement("canvas");
  tile.width = HATCH_PX;
  tile.height = HATCH_PX;
  const brush = tile.getContext("2d");
  if (!brush) return colour;
  brush.strokeStyle = colour;
  brush.lineWidth = 2;
  for (const shift of [-HATCH_PX, 0, HATCH_PX]) {
    brush.moveTo(shift, HATCH_PX);
    brush.lineTo(shift + HATCH_PX, 0);
  }
  brush.stroke();
  return brush.createPattern(tile, "repeat") ?? colour;
}
