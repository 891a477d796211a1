import { fullImageName } from './image-catalogue.ts';

/** What containerd says when a registry has no such image, or doesn't give it to anybody. */
export function pullError(image: string, reason: 'not-found' | 'unauthorized'): string {
	const full = fullImageName(image);
	const head = `failed to pull and unpack image ${JSON.stringify(full)}: failed to resolve reference ${JSON.stringify(full)}`;
	return reason === 'not-found'
		? `rpc error: code = NotFound desc = ${head}: ${full}: not found`
		: `rpc error: code = Unknown desc = ${head}: failed to authorize: failed to fetch anonymous token: unexpected status from GET request: 401 Unauthorized`;
}
