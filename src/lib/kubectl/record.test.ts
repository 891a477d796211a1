import { expect, test } from 'vitest';
import { scriptedServer } from './testing/scripted-server.ts';
import { typeLine } from './testing/typed-line.ts';

const cause = (text: string): object => ({
	metadata: { annotations: { 'kubernetes.io/change-cause': text } }
});

test.each([
	[
		'kubectl set image deploy/web nginx=nginx:2 --record',
		'kubectl set image deploy/web nginx=nginx:2 --record=true'
	],
	[
		'kubectl -n default scale deploy web --replicas=2 --record=true',
		'kubectl scale deploy web --namespace=default --replicas=2 --record=true'
	],
	['kubectl label deploy web a=b --record', 'kubectl label deploy web a=b --record=true'],
	['kubectl annotate deploy web a=b --record', 'kubectl annotate deploy web a=b --record=true'],
	[
		`kubectl patch deploy web -p '{"spec":{"replicas":2}}' --record`,
		'kubectl patch deploy web --patch={"spec":{"replicas":2}} --record=true'
	]
])('%j is kept with the object, and says that this will end', (line, text) => {
	const { stderr, bodies, exit } = typeLine(line, { answer: scriptedServer({}) });
	expect(stderr).toBe(
		'Flag --record has been deprecated, --record will be removed in the future\n'
	);
	expect(bodies.at(-1)).toMatchObject(cause(text));
	expect(exit).toBe(0);
});

test('without --record nothing is noted', () => {
	const { bodies } = typeLine('kubectl set image deploy/web nginx=nginx:2', {
		answer: scriptedServer({})
	});
	expect(bodies.at(-1)).not.toHaveProperty('metadata');
});
