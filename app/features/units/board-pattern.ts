import type { SaleState } from "~/domain/unit-state";

type Draw = (context: CanvasRenderingContext2D, width: number, height: number) => void;

/** The patterns of app/ui/sale-states.css, drawn: states stay apart without their colours. */
const PATTERNS: Readonly<Record<SaleState, Draw | null>> = {
  UNRELEASED: (context, width, height) => {
    context.fillStyle = "rgb(61 66 72 / 38%)";
    for (let x = 3; x < width; x += 5) for (let y = 3; y < height; y += 5) context.fillRect(x - 0.5, y - 0.5, 1.4, 1.4);
  },
  WITHHELD: (context, width, height) => {
    context.strokeStyle = "rgb(255 255 255 / 30%)";
    context.lineWidth = 2;
    context.beginPath();
    for (let x = -height; x < width; x += 7) {
      context.moveTo(x, height);
      context.lineTo(x + height, 0);
    }
    context.stroke();
  },
  AVAILABLE: (context, width, height) => {
    context.strokeStyle = "#009e73";
    context.lineWidth = 1.5;
    context.strokeRect(0.75, 0.75, width - 1.5, height - 1.5);
  },
  QUEUED: (context, width, height) => {
    context.fillStyle = "rgb(58 52 0 / 26%)";
    for (let y = 2; y < height; y += 5) context.fillRect(0, y, width, 1);
  },
  HELD: (context) => {
    context.fillStyle = "rgb(59 37 0 / 60%)";
    context.beginPath();
    context.moveTo(0, 0);
    context.lineTo(7, 0);
    context.lineTo(0, 7);
    context.fill();
  },
  RESERVED: (context, _width, height) => {
    context.fillStyle = "rgb(255 255 255 / 80%)";
    context.fillRect(0, 0, 2, height);
  },
  CONTRACTED: null,
  FILED: (context, width, height) => {
    context.fillStyle = "rgb(255 255 255 / 80%)";
    context.fillRect(0, height - 2, width, 2);
  },
  DELIVERED: (context, width, height) => {
    context.fillStyle = "rgb(255 255 255 / 20%)";
    for (let x = 2; x < width; x += 5) context.fillRect(x, 0, 1, height);
  },
};

/** The pattern of a state over a cell that has its colour. */
export function drawPattern(
  context: CanvasRenderingContext2D,
  state: SaleState,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  const draw = PATTERNS[state];
  if (!draw) return;
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.translate(x, y);
  draw(context, width, height);
  context.restore();
}
