/** The stage at 1280 × 720, in units of the scene; on a larger screen everything grows alike. */
export const stageWidth = 1280;
export const stageHeight = 510;
/** The timeline beside it. */
export const timelineWidth = 860;
export const timelineBarHeight = 30;
