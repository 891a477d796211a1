import { type SchemaField, type SchemaType, schemaType } from '../schema/schema.ts';
import { type FieldType, type ListType, type MapType, untyped } from './field-type.ts';

/**
 * Where the division among managers isn't what a strategic merge patch's keys say: `Type.field keys…`, `set`, `atomic` or
 * `granular`. From the x-kubernetes-list-type, -list-map-keys and -map-type of kube-apiserver 1.35.4's OpenAPI.
 */
const divisions = new Map(
	`
Container.ports containerPort protocol
ContainerRestartRuleOnExitCodes.values set
CertificateSigningRequestStatus.conditions type
CSIDriverSpec.volumeLifecycleModes set
CustomResourceDefinitionStatus.conditions type
Endpoint.addresses set
EphemeralContainer.ports containerPort protocol
HorizontalPodAutoscalerSpecV1.scaleTargetRef atomic
JobStatus.conditions atomic
NonResourcePolicyRule.nonResourceURLs set
NonResourcePolicyRule.verbs set
PersistentVolumeSpec.claimRef granular
PodFailurePolicyOnExitCodesRequirement.values set
PodSpec.nodeSelector atomic
PodSpec.topologySpreadConstraints topologyKey whenUnsatisfiable
PodStatus.hostIPs atomic
ReplicationControllerSpec.selector atomic
ResourcePolicyRule.apiGroups set
ResourcePolicyRule.namespaces set
ResourcePolicyRule.resources set
ResourcePolicyRule.verbs set
ResourceRequirements.claims name
ResourceStatus.resources resourceID
Scheduling.nodeSelector atomic
ServiceSpec.ports port protocol
ServiceSpec.selector atomic
UncountedTerminatedPods.failed set
UncountedTerminatedPods.succeeded set
ValidatingAdmissionPolicyBindingSpec.validationActions set
ValidatingAdmissionPolicyStatus.conditions type
`
		.trim()
		.split('\n')
		.map((line) => [line.slice(0, line.indexOf(' ')), line.split(' ').slice(1)] as const)
);

/** Types that belong to one manager as a whole. */
const atomicTypes = new Set(
	(
		'ConfigMapKeySelector EndpointAddress EndpointPort EndpointSlicePort FileKeySelector LabelSelector ' +
		'LocalObjectReference MatchResources NamedRuleWithOperations NodeSelector NodeSelectorTerm ObjectFieldSelector ' +
		'ObjectReference OwnerReference ParamKind ParamRef ResourceFieldSelector RoleRef ScopeSelector SecretKeySelector ' +
		'SecretReference ServiceBackendPort Subject TopologySelectorTerm TypedLocalObjectReference Variable'
	).split(' ')
);

/** What a key of a list is when an item doesn't say. */
const keyDefaults: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
	ContainerPort: { protocol: 'TCP' },
	ServicePort: { protocol: 'TCP' }
};

const scalars: Readonly<Record<string, FieldType>> = {
	s: { kind: 'scalar', scalar: 'string' },
	y: { kind: 'scalar', scalar: 'string' },
	b: { kind: 'scalar', scalar: 'boolean' },
	i: { kind: 'scalar', scalar: 'numeric' },
	l: { kind: 'scalar', scalar: 'numeric' },
	o: untyped.anything
};

const kinds = new Map<string, FieldType>();
const structs = new Map<string, MapType>();

/**
 * How objects of a kind are divided among managers; undefined when the kind isn't known. Models kube-openapi
 * pkg/schemaconv/openapi.go.
 *
 * @param schema the schema's name of the kind
 */
export function kindType(schema: string): FieldType | undefined {
	const known = kinds.get(schema);
	if (known !== undefined) return known;
	const type = schemaType(schema);
	if (type === undefined) return undefined;
	const struct = structType(schema, type);
	const field = (name: string): FieldType | undefined =>
		name === 'apiVersion' || name === 'kind' ? scalars['s'] : struct.field(name);
	const found: MapType = { ...struct, field };
	kinds.set(schema, found);
	return found;
}

function structType(name: string, type: SchemaType): MapType {
	let struct = structs.get(name);
	if (struct === undefined) {
		const fields = new Map<string, FieldType>();
		struct = {
			kind: 'map',
			isAtomic: atomicTypes.has(name),
			others: undefined,
			defaultOf: (key) => keyDefaults[name]?.[key],
			field: (fieldName) => {
				const known = fields.get(fieldName);
				if (known !== undefined) return known;
				const declared = type.get(fieldName);
				if (declared === undefined) return undefined;
				const made = fieldType(declared, divisions.get(`${name}.${fieldName}`));
				fields.set(fieldName, made);
				return made;
			}
		};
		structs.set(name, struct);
	}
	return struct;
}

function fieldType(field: SchemaField, division: readonly string[] | undefined): FieldType {
	const one = valueType(field.type);
	const said = division?.[0];
	switch (field.shape) {
		case 'list':
			return { kind: 'list', element: one, keys: keysOf(field, division) } satisfies ListType;
		case 'map':
			return {
				kind: 'map',
				isAtomic: said === 'atomic',
				field: () => undefined,
				others: one,
				defaultOf: () => undefined
			};
		case 'one':
			return said === undefined || one.kind !== 'map'
				? one
				: { ...one, isAtomic: said === 'atomic' };
	}
}

function keysOf(
	{ mergeKey }: SchemaField,
	division: readonly string[] | undefined
): readonly string[] | undefined {
	if (division?.[0] === 'atomic') return undefined;
	if (division?.[0] === 'set') return [];
	if (division !== undefined) return division;
	if (mergeKey === undefined) return undefined;
	return mergeKey === '' ? [] : [mergeKey];
}

function valueType(type: string): FieldType {
	const struct = schemaType(type);
	return struct === undefined ? (scalars[type] ?? untyped.anyScalar) : structType(type, struct);
}
