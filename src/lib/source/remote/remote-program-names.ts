/** The programs by which a person reaches a node without the API server. */
export const remoteProgramNames: readonly string[] = ['scp', 'ssh'];
