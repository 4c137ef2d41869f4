export const LIVE_STAGES = ["HELD", "RESERVED", "CONTRACTED"] as const;
export const ENDED_STAGES = ["EXPIRED", "VOIDED", "CANCELLED", "FORFEITED", "SWAPPED"] as const;
export const DEAL_STAGES = [...LIVE_STAGES, ...ENDED_STAGES] as const;

export type LiveStage = (typeof LIVE_STAGES)[number];
export type EndedStage = (typeof ENDED_STAGES)[number];
export type DealStage = LiveStage | EndedStage;

export function isLive(stage: DealStage): stage is LiveStage {
  return LIVE_STAGES.some((one) => one === stage);
}

/** The stage behind an open claim. The database lets no ended deal keep one. */
export function liveStage(stage: DealStage): LiveStage {
  if (!isLive(stage)) throw new Error(`an open claim stands on a deal that is ${stage}`);
  return stage;
}
