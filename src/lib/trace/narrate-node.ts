import type { Local, Message } from './event.ts';
import { familiarImage } from './image-name.ts';
import type { Told, Topic } from './narration-topic.ts';

const callTopics: Readonly<Record<string, Topic>> = {
	RunPodSandbox: 'makes-sandbox',
	ADD: 'asks-network',
	PullImage: 'pulls',
	CreateContainer: 'creates-container',
	StartContainer: 'starts-container',
	StopContainer: 'stops-container'
};

/** What a call on the node says. */
export function tellCall({ content, from, to, protocol }: Message): Told {
	if (content.type !== 'call') return null;
	const topic = callTopics[content.method];
	if (!topic) return null;
	const { pod, container, argument } = content;
	const values = {
		pod: pod?.split('/')[1] ?? '',
		container: container ?? argument ?? '',
		image: familiarImage(argument ?? ''),
		node: (from.split('/')[1] ?? to.split('/')[1]) || ''
	};
	const about = argument ?? container ?? values.pod;
	const protocolName = protocol === 'cni' ? 'CNI ' : '';
	return { topic, values, pod, call: `${protocolName}${content.method} ${about}`.trim() };
}

/** What a fact of the node says. */
export function tellLocal({ fact, node }: Local): Told {
	const pod = 'pod' in fact ? fact.pod : undefined;
	const name = pod?.split('/')[1] ?? '';
	switch (fact.type) {
		case 'sandbox-ready':
			return { topic: 'sandbox-ready', values: { pod: name, node, ip: fact.ip }, pod };
		case 'image-present':
			return {
				topic: 'pulled',
				values: {
					image: familiarImage(fact.image),
					node,
					megabytes: (fact.sizeBytes / 1e6).toFixed(1)
				}
			};
		case 'image-pull-failed':
			return { topic: 'pull-fails', values: { image: familiarImage(fact.image), node } };
		case 'container-started':
			return {
				topic: 'container-runs',
				values: { pod: name, node, container: fact.container },
				pod
			};
		case 'container-exited':
			return {
				topic: 'exited',
				values: { pod: name, node, container: fact.container, code: fact.exitCode },
				pod
			};
		case 'signal':
			return {
				topic: fact.signal === 'SIGTERM' ? 'sigterm' : 'sigkill',
				values: { pod: name, node, container: fact.container },
				pod
			};
		default:
			return null;
	}
}
