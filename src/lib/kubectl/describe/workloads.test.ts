import { expect, test } from 'vitest';
import { ok, typeLine } from '../testing/typed-line.ts';
import { type Circumstances, scriptedServer } from '../testing/scripted-server.ts';

function described(
	what: string,
	circumstances: Circumstances = {}
): { stdout: string; requests: readonly string[] } {
	return typeLine(`kubectl describe ${what}`, { answer: scriptedServer(circumstances) });
}

const template = (image: string): object => ({
	metadata: { labels: { app: 'web' } },
	spec: { containers: [{ name: 'nginx', image, resources: {} }] }
});

const replicaSet = (name: string, image: string, replicas: number) => ({
	apiVersion: 'apps/v1',
	kind: 'ReplicaSet',
	metadata: {
		name,
		ownerReferences: [
			{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', uid: 'uid-web', controller: true }
		]
	},
	spec: { replicas, template: template(image) },
	status: { replicas }
});

const templateText = (image: string): string =>
	`Pod Template:
  Labels:  app=web
  Containers:
   nginx:
    Image:         ${image}
    Port:          <none>
    Host Port:     <none>
    Environment:   <none>
    Mounts:        <none>
  Volumes:         <none>
  Node-Selectors:  <none>
  Tolerations:     <none>
`;

test('a Deployment is described with its old and its new ReplicaSet', () => {
	const { stdout, requests } = described('deploy web', {
		over: {
			metadata: { creationTimestamp: '2026-01-05T08:00:00Z' },
			spec: {
				minReadySeconds: 2,
				strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } }
			},
			status: {
				replicas: 4,
				updatedReplicas: 1,
				availableReplicas: 3,
				unavailableReplicas: 1,
				conditions: [{ type: 'Available', status: 'True', reason: 'MinimumReplicasAvailable' }]
			}
		},
		replicaSets: [replicaSet('web-a', 'nginx:0', 3), replicaSet('web-b', 'nginx:1', 1)]
	});
	expect(stdout).toBe(`Name:                   web
Namespace:              default
CreationTimestamp:      Mon, 05 Jan 2026 08:00:00 +0000
Labels:                 <none>
Annotations:            <none>
Selector:               app=web
Replicas:               3 desired | 1 updated | 4 total | 3 available | 1 unavailable
StrategyType:           RollingUpdate
MinReadySeconds:        2
RollingUpdateStrategy:  25% max unavailable, 1 max surge
${templateText('nginx:1')}Conditions:
  Type           Status  Reason
  ----           ------  ------
  Available      True    MinimumReplicasAvailable
OldReplicaSets:  web-a (3/3 replicas created)
NewReplicaSet:   web-b (1/1 replicas created)
Events:          <none>
`);
	expect(requests.slice(2)).toEqual([
		'GET /api/v1/namespaces/default/events?fieldSelector=involvedObject.kind=Deployment,involvedObject.name=web,involvedObject.namespace=default,involvedObject.uid=uid-web&limit=500',
		'GET /apis/apps/v1/namespaces/default/replicasets?labelSelector=app=web&limit=500'
	]);
});

test('a Deployment without ReplicaSets has no line for them', () => {
	expect(described('deploy web').stdout).not.toMatch(/ReplicaSets?:/);
});

test('a ReplicaSet counts its own Pods by phase', () => {
	const pod = (phase: string, uid: string): object => ({
		metadata: { ownerReferences: [{ uid, controller: true }] },
		status: { phase }
	});
	const items = [
		pod('Running', 'uid-web'),
		pod('Running', 'uid-web'),
		pod('Pending', 'uid-web'),
		pod('Failed', 'other')
	];
	const { stdout } = described('rs web', {
		over: {
			metadata: { ownerReferences: [{ kind: 'Deployment', name: 'd', controller: true }] },
			spec: { selector: { matchExpressions: [{ key: 'b', operator: 'In', values: ['y', 'x'] }] } },
			status: { replicas: 3 }
		},
		answer: ({ path }) =>
			path.endsWith('/pods')
				? ok({ kind: 'PodList', apiVersion: 'v1', metadata: {}, items })
				: undefined
	});
	expect(stdout).toBe(`Name:           web
Namespace:      default
Selector:       app=web,b in (x,y)
Labels:         <none>
Annotations:    <none>
Controlled By:  Deployment/d
Replicas:       3 current / 3 desired
Pods Status:    2 Running / 1 Waiting / 0 Succeeded / 0 Failed
${templateText('nginx:1')}Events:            <none>
`);
});

test('a Service shows three ready endpoints and counts the others', () => {
	const endpoint = (address: string, ready: boolean): object => ({
		addresses: [address],
		conditions: { ready }
	});
	const endpoints = ['1', '2', '3', '4', '5'].map((end) => endpoint(`10.0.0.${end}`, end !== '2'));
	const { stdout } = described('svc web', {
		over: {
			spec: {
				type: 'NodePort',
				clusterIP: '10.96.0.9',
				clusterIPs: ['10.96.0.9'],
				ipFamilies: ['IPv4'],
				ipFamilyPolicy: 'SingleStack',
				ports: [
					{ name: 'http', protocol: 'TCP', port: 80, targetPort: 'web', nodePort: 30080 },
					{ name: 'other', protocol: 'UDP', port: 53, targetPort: 53 }
				],
				sessionAffinity: 'None',
				externalTrafficPolicy: 'Cluster',
				internalTrafficPolicy: 'Cluster'
			}
		},
		answer: ({ path }) =>
			path.endsWith('/endpointslices')
				? ok({
						kind: 'EndpointSliceList',
						apiVersion: 'discovery.k8s.io/v1',
						metadata: {},
						items: [{ endpoints, ports: [{ name: 'http', port: 8080 }] }]
					})
				: undefined
	});
	expect(stdout).toBe(`Name:                     web
Namespace:                default
Labels:                   <none>
Annotations:              <none>
Selector:                 app=web
Type:                     NodePort
IP Family Policy:         SingleStack
IP Families:              IPv4
IP:                       10.96.0.9
IPs:                      10.96.0.9
Port:                     http  80/TCP
TargetPort:               web/TCP
NodePort:                 http  30080/TCP
Endpoints:                10.0.0.1:8080,10.0.0.3:8080,10.0.0.4:8080 + 1 more...
Port:                     other  53/UDP
TargetPort:               53/UDP
Endpoints:                
Session Affinity:         None
External Traffic Policy:  Cluster
Internal Traffic Policy:  Cluster
Events:                   <none>
`);
});

test('an EndpointSlice tells of each endpoint', () => {
	const { stdout } = described('endpointslice web', {
		over: {
			addressType: 'IPv4',
			ports: [{ name: '', port: 80, protocol: 'TCP' }],
			endpoints: [
				{
					addresses: ['10.0.0.1'],
					conditions: { ready: true },
					nodeName: 'worker-1',
					targetRef: { kind: 'Pod', name: 'a' }
				}
			]
		}
	});
	expect(stdout).toBe(`Name:         web
Namespace:    default
Labels:       <none>
Annotations:  <none>
AddressType:  IPv4
Ports:
  Name     Port  Protocol
  ----     ----  --------
  <unset>  80    TCP
Endpoints:
  - Addresses:  10.0.0.1
    Conditions:
      Ready:    true
    Hostname:   <unset>
    TargetRef:  Pod/a
    NodeName:   worker-1
    Zone:       <unset>
Events:         <none>
`);
});

test('an EndpointSlice without anything says so', () => {
	const { stdout } = described('endpointslice web', { over: { addressType: 'IPv4' } });
	expect(stdout).toMatch(/\nPorts: <unset>\nEndpoints: <none>\nEvents: +<none>\n$/);
});

test('Endpoints are described by subset', () => {
	const { stdout } = described('ep web', {
		over: {
			subsets: [
				{
					addresses: [{ ip: '10.0.0.1' }, { ip: '10.0.0.2' }],
					ports: [{ port: 80, protocol: 'TCP' }]
				}
			]
		}
	});
	expect(stdout).toContain(`Subsets:
  Addresses:          10.0.0.1,10.0.0.2
  NotReadyAddresses:  <none>
  Ports:
    Name     Port  Protocol
    ----     ----  --------
    <unset>  80    TCP

`);
});
