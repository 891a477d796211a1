import type { Container, PodSpec } from '../pod.ts';

/** Models pkg/api/pod/warnings.go warningsForPodSpecAndMeta, as far as variables and grace go. */
export function podWarnings(spec: PodSpec, path: string): readonly string[] {
	const of = (list: 'containers' | 'initContainers') =>
		(spec[list] ?? []).flatMap((container, index) =>
			hiddenVariables(container, `${path}.${list}[${index}]`)
		);
	return [...of('initContainers'), ...of('containers')];
}

function hiddenVariables({ env = [] }: Container, path: string): readonly string[] {
	const seen = new Set<string>();
	return env.flatMap(({ name, value = '' }, index) => {
		const isSecond = seen.has(name);
		seen.add(name);
		// One that is made of the one before, such as PATH=$(PATH):/more, is meant.
		return !isSecond || value.includes(`$(${name})`)
			? []
			: [
					`${path}.env[${index}]: hides previous definition of ${JSON.stringify(name)}, which may be dropped when using apply`
				];
	});
}
