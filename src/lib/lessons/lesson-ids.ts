/** The lessons that Kinetes comes with, in the order in which they are best taken; each is a folder of that name. */
export const lessonIds = [
	'anatomy',
	'create-pod',
	'pod-phases',
	'image-pull',
	'crash-loop',
	'probes',
	'hooks',
	'termination',
	'endpoint-race',
	'labels',
	'replicaset',
	'scale',
	'gc',
	'rolling-update',
	'recreate',
	'bad-rollout',
	'pause-resume',
	'history',
	'canary-bluegreen',
	'clusterip',
	'dns'
] as const;
