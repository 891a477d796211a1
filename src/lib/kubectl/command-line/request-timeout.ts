import { KubectlError } from '../kubectl-error.ts';
import { parseGoDuration } from './go-value.ts';

/**
 * `--request-timeout` in ms, 0 for none. Models client-go tools/clientcmd/overrides.go ParseTimeout.
 *
 * @throws KubectlError
 */
export function requestTimeout(text: string): number {
	if (/^\d+$/.test(text)) return Number(text) * 1000;
	try {
		return parseGoDuration(text);
	} catch {
		throw new KubectlError(
			'Invalid timeout value. Timeout must be a single integer in seconds, or an integer followed by a corresponding time unit (e.g. 1s | 2m | 3h)'
		);
	}
}
