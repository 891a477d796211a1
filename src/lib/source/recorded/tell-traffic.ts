import type { Service } from '#lib/kubernetes/service.ts';
import type { LocalFact } from '#lib/trace/event.ts';
import type { Telling } from './telling.ts';

type Outcome = Extract<LocalFact, { type: 'request-ended' }>['outcome'];

/** How long until the client knew, ms: an answer took a few, a refusal came at once, silence was waited for. */
const waits: Readonly<Record<Outcome, number>> = {
	served: 4,
	failed: 4,
	refused: 2,
	reset: 4,
	timeout: 1000
};

/** The client's requests: how many had which answer in each quarter of a second is recorded, not when in it each was sent. */
export function tellTraffic({ draft, run: { traffic }, lives, nodes }: Telling): void {
	if (!traffic) return;
	const service = lives
		.flat()
		.find(({ resource, object }) => resource.plural === 'services' && object !== null)?.object as
		Service | undefined;
	const name = service ? `${service.metadata.namespace}/${service.metadata.name}` : 'default/web';
	let id = 0;
	for (const [fromMs, answers] of traffic.counts) {
		const outcomes = mixed(answers);
		outcomes.forEach((answer, i) => {
			const sentAtMs = fromMs + ((i + 0.5) * traffic.bucketMs) / outcomes.length;
			const outcome = outcomeOf(answer);
			draft.add(sentAtMs + waits[outcome], null, {
				kind: 'local',
				actor: 'client',
				node: nodes[0] ?? '',
				inferred: 'traffic',
				fact: {
					type: 'request-ended',
					id: ++id,
					service: name,
					outcome,
					sentAtMs: Math.round(sentAtMs * 1000) / 1000,
					...(outcome === 'served' && { code: 200, version: answer }),
					...(answer === 'failed' && { code: 500 })
				}
			});
		});
	}
}

function outcomeOf(answer: string): Outcome {
	if (answer === 'refused' || answer === 'timeout' || answer === 'failed') return answer;
	return answer === 'reset' || answer === 'eof' ? 'reset' : 'served';
}

/** Answers of one span, each kind spread evenly over it: in which order they came isn't recorded. */
function mixed(answers: Readonly<Record<string, number>>): readonly string[] {
	return Object.entries(answers)
		.flatMap(([answer, count]) =>
			Array.from({ length: count }, (_, i) => ({ answer, place: (i + 0.5) / count }))
		)
		.sort((a, b) => a.place - b.place || (a.answer < b.answer ? -1 : 1))
		.map(({ answer }) => answer);
}
