import type { Message, TrafficContent } from '#lib/trace/event.ts';
import type { Ink } from './mark.ts';

/** What a message is called, from the full name to the shortest that still says what it is. */
export function messageNames({ content, protocol }: Message): readonly string[] {
	switch (content.type) {
		case 'request':
			return shorterPaths(content.path).map((path) => `${content.method} ${path}`);
		case 'response':
			return [`${content.code} ${content.text}`, String(content.code)];
		case 'watch-event':
			// What ends a watch, and what says how far all is, is about no single object.
			if (content.name === undefined)
				return [`${content.event} ${content.resource}`, content.event];
			return [`${content.event} ${singular(content.resource)}/${content.name}`, content.event];
		case 'call': {
			const method = protocol === 'cni' ? `CNI ${content.method}` : content.method;
			const about = content.argument ?? content.container ?? content.pod?.split('/')[1];
			if (!about) return [method];
			return [`${method} ${about}`, `${method} ${about.split('/').slice(-2).join('/')}`, method];
		}
		case 'return':
			return [
				content.error ? `${content.method}: ${content.error}` : `${content.method} ok`,
				content.method
			];
		case 'traffic':
			return [trafficName(content)];
	}
}

function trafficName({ hop, code }: TrafficContent): string {
	switch (hop) {
		case 'request':
			return 'GET /';
		case 'response':
			return String(code ?? 200);
		case 'refusal':
			return 'connection refused';
		case 'reset':
			return 'connection reset';
	}
}

/** A failed answer is drawn as a cross. */
export function hasFailed({ content }: Message): boolean {
	if (content.type === 'response') return content.code >= 400;
	if (content.type === 'watch-event') return content.event === 'ERROR';
	if (content.type === 'traffic')
		return content.hop === 'refusal' || content.hop === 'reset' || (content.code ?? 0) >= 500;
	return content.type === 'return' && content.error !== undefined;
}

export type MessageInk = Extract<Ink, 'api' | 'watch' | 'write' | 'cri' | 'ok' | 'bad'>;

export function messageInk(message: Message): MessageInk {
	if (hasFailed(message)) return 'bad';
	switch (message.protocol) {
		case 'http':
			return message.content.type === 'response' ? 'ok' : 'api';
		case 'watch':
			return 'watch';
		case 'etcd':
			return 'write';
		case 'traffic':
			return message.content.type === 'traffic' && message.content.hop === 'request' ? 'api' : 'ok';
		default:
			return 'cri';
	}
}

/** `/api/v1/namespaces/default/pods/web/status`, `…/pods/web/status`, `…/web/status`, `…/status`. */
function shorterPaths(path: string): string[] {
	const parts = path.split('/').slice(1);
	const from = parts[2] === 'namespaces' ? 4 : 2;
	const tails = parts.slice(from).map((_, i) => `…/${parts.slice(from + i).join('/')}`);
	return [path, ...tails];
}

/** `pods` → `pod`. */
function singular(resource: string): string {
	return resource.replace(/(ss)es$|s$/, '$1');
}
