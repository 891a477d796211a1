/** The gates of the bar, in the order in which a request meets them. */
export const gateNames = ['authenticate', 'authorize', 'mutate', 'validate', 'store'] as const;
