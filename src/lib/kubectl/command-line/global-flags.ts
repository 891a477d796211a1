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
	missing(text('as')),
	missing(array('as-group')),
	missing(text('as-uid')),
	missing(text('certificate-authority')),
	missing(text('client-certificate')),
	missing(text('client-key')),
	text('cluster'),
	text('context'),
	missing(bool('insecure-skip-tls-verify')),
	text('kubeconfig'),
	missing(text('kuberc')),
	missing(text('password')),
	missing(text('server', 's')),
	missing(text('tls-server-name')),
	missing(text('token')),
	text('user'),
	missing(text('username'))
];
