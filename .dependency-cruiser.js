/** A folder imports only from itself and from those before it. */
const order = [
	'i18n',
	'kubernetes',
	'trace',
	'cluster',
	'kubectl',
	'source',
	'tempo',
	'scene',
	'playback',
	'stage',
	'classroom',
	'lessons',
	'pages'
];

const tests = '\\.test\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		{
			name: 'no-circle',
			severity: 'error',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
		},
		...order.map((folder, place) => ({
			name: `one-way-${folder}`,
			severity: 'error',
			from: { path: `^src/lib/${folder}/`, pathNot: tests },
			to: { path: `^src/(routes/|lib/(${[...order.slice(place + 1), '-'].join('|')})/)` }
		})),
		{
			name: 'only-etcd-holds-the-store',
			comment: 'The API server is the only client of etcd.',
			severity: 'error',
			from: {
				path: '^src/lib/',
				pathNot: ['^src/lib/cluster/(etcd|api-server)/', '^src/lib/cluster/[^/]+\\.ts$', tests]
			},
			to: { path: '^src/lib/cluster/etcd/' }
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'svelte', 'types']
		}
	}
};
