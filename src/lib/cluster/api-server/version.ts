/** The upstream version that is modelled. */
export const kubernetesVersion = '1.35.4';

/** What GET /version answers, as recorded from a real API server. */
export const versionInfo = {
	major: '1',
	minor: '35',
	emulationMajor: '1',
	emulationMinor: '35',
	minCompatibilityMajor: '1',
	minCompatibilityMinor: '34',
	gitVersion: `v${kubernetesVersion}`,
	gitCommit: 'unknown',
	gitTreeState: 'clean',
	buildDate: '1970-01-01T00:00:00Z',
	goVersion: 'go1.26.8',
	compiler: 'gc',
	platform: 'linux/amd64'
};
