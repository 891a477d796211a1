/** Of volumes and where they come from; see descriptions.ts. */
export const volumes = `
core.v1.Volume: Files that the containers of a pod can mount. One source besides the name.
  awsElasticBlockStore: A disk of AWS. No longer built in: a CSI driver does it.
  azureDisk: A disk of Azure. No longer built in: a CSI driver does it.
  azureFile: A file share of Azure. No longer built in: a CSI driver does it.
  cinder: A disk of OpenStack. No longer built in: a CSI driver does it.
  configMap: The keys of a ConfigMap as files.
  csi: A volume of a CSI driver that lives as long as the pod.
  downwardAPI: Fields of the pod as files.
  emptyDir: An empty directory that lives as long as the pod.
  ephemeral: A volume with a claim of its own that lives as long as the pod.
  fc: A disk on Fibre Channel.
  gcePersistentDisk: A disk of Google Cloud. No longer built in: a CSI driver does it.
  gitRepo: A checked out repository. Deprecated.
  hostPath: A file or directory of the node.
  image: The files of an image.
  iscsi: A disk reached by iSCSI.
  name: The name of the volume, which no other volume of the pod has.
  nfs: A directory of an NFS server.
  persistentVolumeClaim: The volume that a PersistentVolumeClaim has got.
  projected: Several of these in one directory.
  secret: The keys of a Secret as files.
core.v1.ConfigMapVolumeSource: The keys of a ConfigMap as files.
  items: Which keys become which files. Without them: all, by their names.
  name: The name of the ConfigMap.
core.v1.SecretVolumeSource: The keys of a Secret as files, which are kept in memory.
  items: Which keys become which files. Without them: all, by their names.
  secretName: The name of the Secret.
core.v1.KeyToPath: A key that becomes a file.
  key: The key.
  mode: The permissions of the file.
  path: The path of the file within the volume.
core.v1.EmptyDirVolumeSource: An empty directory that lives as long as the pod.
  medium: Where it is kept: on the node's disk, or in memory (Memory).
  sizeLimit: How much may be in it. Who writes more is evicted.
core.v1.HostPathVolumeSource: A file or directory of the node.
  path: The path on the node.
  type: What must be there, or is made. Empty: nothing is looked at.
core.v1.DownwardAPIVolumeSource: Fields of the pod as files.
  items: Which fields become which files.
core.v1.DownwardAPIVolumeFile: A field that becomes a file.
  fieldRef: The field of the pod.
  mode: The permissions of the file.
  path: The path of the file within the volume.
  resourceFieldRef: A request or limit of a container.
core.v1.PersistentVolumeClaimVolumeSource: The volume that a claim has got.
  claimName: The name of the PersistentVolumeClaim.
core.v1.ProjectedVolumeSource: Several sources in one directory.
  sources: The sources.
core.v1.VolumeProjection: One of several sources. One of these.
  configMap: The keys of a ConfigMap.
  downwardAPI: Fields of the pod.
  secret: The keys of a Secret.
  serviceAccountToken: A token of the pod's service account.
core.v1.ServiceAccountTokenProjection: A token that the kubelet keeps fresh.
  audience: Whom the token is for. The API server by default.
  expirationSeconds: How many seconds it is good for. 3600 by default.
  path: The path of the file within the volume.
core.v1.NFSVolumeSource: A directory of an NFS server.
  path: The path on the server.
  server: The server.
core.v1.EphemeralVolumeSource: A volume with a claim of its own.
  volumeClaimTemplate: What the claim is made from.
core.v1.PersistentVolumeClaimTemplate: What a claim is made from.
core.v1.PersistentVolumeClaim: Someone's wish for storage, and the volume that fulfils it.
core.v1.PersistentVolumeClaimSpec: The storage that is wanted.
  accessModes: How it is to be mounted: ReadWriteOnce, ReadOnlyMany, ReadWriteMany or ReadWriteOncePod.
  dataSource: A snapshot or claim that the volume is to be filled from.
  dataSourceRef: The same, for other kinds too.
  resources: How much is wanted: requests.storage.
  storageClassName: The StorageClass. Without it: the default one; empty: none.
  volumeMode: Filesystem (the default) or Block.
  volumeName: The PersistentVolume that is bound.
core.v1.PersistentVolumeClaimStatus: What a claim has got.
  accessModes: How the volume can be mounted.
  capacity: How much the volume holds.
  phase: Pending, Bound or Lost.
core.v1.VolumeResourceRequirements: How much storage is wanted.
  limits: The most that is wanted.
  requests: The least that is wanted.
core.v1.PersistentVolume: A piece of storage that exists.
core.v1.PersistentVolumeSpec: Where a piece of storage is, and what it can do.
  accessModes: How it can be mounted.
  capacity: How much it holds.
  claimRef: The claim that it is bound to.
  csi: A volume of a CSI driver.
  hostPath: A directory of a node, for clusters with one node.
  local: A disk or directory of one node.
  mountOptions: Options for mounting.
  nfs: A directory of an NFS server.
  nodeAffinity: The nodes that can reach it.
  persistentVolumeReclaimPolicy: What becomes of it when its claim is gone: Retain, Delete or Recycle.
  storageClassName: The StorageClass that it belongs to.
  volumeMode: Filesystem (the default) or Block.
core.v1.PersistentVolumeStatus: How a piece of storage is used.
  lastPhaseTransitionTime: When the phase changed last.
  phase: Pending, Available, Bound, Released or Failed.
storage.v1.StorageClass: A sort of storage, and who makes volumes of it.
  allowVolumeExpansion: Whether claims can be made larger.
  allowedTopologies: Where volumes may be made.
  mountOptions: Options for mounting.
  parameters: What the provisioner is told.
  provisioner: Who makes the volumes.
  reclaimPolicy: What becomes of a volume when its claim is gone: Delete (the default) or Retain.
  volumeBindingMode: Whether a claim gets its volume at once (Immediate, the default) or when a pod wants it (WaitForFirstConsumer).
`;
