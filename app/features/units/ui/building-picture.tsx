import type { CSSProperties, ReactNode } from "react";
import { saleStateClass } from "~/ui/sale-state-badge";
import type { BoardUnit } from "../board-unit";
import type { BuildingFace } from "../building-face";

type BuildingPictureProps = {
  building: BuildingFace;
  units: readonly BoardUnit[];
  /** What the picture says, in words. */
  label: string;
  /** How many ems a cell's words take across and down: by it all are written as large as fits. */
  words: { wide: number; high: number };
  cell: (unit: BoardUnit) => ReactNode;
};

/** A building from the front, every unit in sight whatever the room: for a wall or a sheet of paper. */
export function BuildingPicture({ building, units, label, words, cell }: BuildingPictureProps) {
  const { faces, rows, columns } = building;
  const size = {
    "--rows": rows,
    "--columns": columns + faces.length * 0.6,
    "--wide": words.wide,
    "--high": words.high,
  } as CSSProperties;
  return (
    <div role="img" aria-label={label} className="building-picture" style={size}>
      {faces.map((face) => (
        <div key={face.entrance} className="building-tower" style={{ flexGrow: face.columns }}>
          {face.entrance && <p className="building-entrance">{face.entrance}</p>}
          <div className="building-rows" style={{ height: `${(face.rows.length / rows) * 100}%` }}>
            {face.rows.map((row, floor) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a floor is where it stands; two rows may have one label.
              <div key={floor} className="building-row" style={{ "--doors": face.columns } as CSSProperties}>
                <span className="building-floor">{row.label}</span>
                {row.units.map((at, door) => {
                  const unit = units[at];
                  // biome-ignore lint/suspicious/noArrayIndexKey: a door without a unit has nothing else.
                  if (!unit) return <span key={`no ${door}`} />;
                  return (
                    <span key={unit.id} className={`building-cell ${saleStateClass(unit.state)}`}>
                      {cell(unit)}
                    </span>
                  );
                })}
              </div>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
