import { array, bool, type Flag, int, missing, text } from './flag.ts';

/** Flags of every command. Models cli-runtime pkg/genericclioptions/config_flags.go AddFlags. */
export const globalFlags: readonly Flag[] = [
	text('namespace', 'n'),
	text('request-timeout', undefined, '0'),
	int('v', 0, 'v'),
	bool('help', 'h'),
	bool('warnings-as-errors'),
	bool('match-server-version'),
	bool('disable-compression'),
	text('cache-dir'),
	text('log-flush-frequency'),
	text('vmodule'),
	text('profile', undefined, 'none'),
	text('profile-output', undefined, 'profile.pprof'),
	text('as'),
	array('as-group'),
	text('as-uid'),
	text('certificate-authority'),
	text('client-certificate'),
	text('client-key'),
	text('cluster'),
	text('context'),
	bool('insecure-skip-tls-verify'),
	text('kubeconfig'),
	text('kuberc'),
	missing(text('password')),
	text('server', 's'),
	text('tls-server-name'),
	text('token'),
	text('user'),
	missing(text('username'))
];
