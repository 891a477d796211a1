/** Of what makes pods, jobs among it; see descriptions.ts. */
export const workloads = `
*
  minReadySeconds: How many seconds a new pod must have been ready to count as available. 0 by default.
  revisionHistoryLimit: How many former revisions are kept to go back to. 10 by default.
  replicas: How many pods there are.
  availableReplicas: How many pods have been ready for minReadySeconds.
  readyReplicas: How many pods are ready.
  updatedReplicas: How many pods are made from the newest template.
  unavailableReplicas: How many pods are still missing.
  terminatingReplicas: How many pods are about to end.
  fullyLabeledReplicas: How many pods have all labels of the template.
  activeDeadlineSeconds: How many seconds it may take in all before it is ended.
  suspend: Whether nothing is to be started for now.
apps.v1.Deployment: Keeps so many pods of one kind running, and replaces them step by step when they are to change.
apps.v1.DeploymentSpec: The pods that are wanted, and how they are replaced.
  paused: Whether a change of the template is to wait.
  progressDeadlineSeconds: After how many seconds without progress the rollout counts as stuck. 600 by default.
  replicas: How many pods are wanted. 1 by default.
  selector: The pods that belong to it. It must fit the labels of the template, and can't be changed.
  strategy: How old pods are replaced by new ones.
  template: What the pods are made from. A change of it starts a rollout.
apps.v1.DeploymentStrategy: How old pods are replaced by new ones.
  rollingUpdate: How many at a time, for type RollingUpdate.
  type: RollingUpdate (step by step, the default) or Recreate (all old ones go first).
apps.v1.RollingUpdateDeployment: How many pods are replaced at a time.
  maxSurge: How many pods there may be above the wanted number, or what part of it (rounded up). 25% by default.
  maxUnavailable: How many of the wanted number may be missing, or what part of it (rounded down). 25% by default.
apps.v1.DeploymentStatus: How far a Deployment has come.
apps.v1.DeploymentCondition: One thing that is true of a Deployment, or not, or not known.
  status: True, False or Unknown.
  type: What is said: Available, Progressing or ReplicaFailure.
apps.v1.ReplicaSet: Keeps so many pods running. Deployments make them, one for every version of their template.
apps.v1.ReplicaSetSpec: The pods that are wanted.
  replicas: How many pods are wanted. 1 by default.
  selector: The pods that belong to it. It can't be changed.
apps.v1.ReplicaSetStatus: What there is of the wanted pods.
apps.v1.DaemonSet: Keeps one pod running on every node, or on every node that is chosen.
apps.v1.DaemonSetSpec: The pods that are wanted, and how they are replaced.
  selector: The pods that belong to it. It can't be changed.
  updateStrategy: How old pods are replaced by new ones.
apps.v1.DaemonSetUpdateStrategy: How old pods are replaced by new ones.
  rollingUpdate: How many at a time, for type RollingUpdate.
  type: RollingUpdate (the default) or OnDelete (when someone deletes the old one).
apps.v1.RollingUpdateDaemonSet: How many pods are replaced at a time.
  maxSurge: On how many nodes a new pod may start before the old one ends. 0 by default.
  maxUnavailable: On how many nodes the pod may be missing. 1 by default.
apps.v1.DaemonSetStatus: What there is of the wanted pods.
  currentNumberScheduled: How many nodes run one that are to run one.
  desiredNumberScheduled: How many nodes are to run one.
  numberAvailable: On how many nodes it has been ready for minReadySeconds.
  numberMisscheduled: How many nodes run one that aren't to run one.
  numberReady: On how many nodes it is ready.
  numberUnavailable: On how many nodes it is missing.
  updatedNumberScheduled: On how many nodes it is made from the newest template.
apps.v1.StatefulSet: Keeps pods running that each have a name, a place in a row, and storage of their own.
apps.v1.StatefulSetSpec: The pods that are wanted.
  ordinals: How the pods are numbered.
  persistentVolumeClaimRetentionPolicy: What becomes of the claims when the set is deleted or made smaller.
  podManagementPolicy: OrderedReady (one after the other, the default) or Parallel.
  replicas: How many pods are wanted. 1 by default.
  selector: The pods that belong to it. It can't be changed.
  serviceName: The headless Service that gives the pods their names in DNS.
  updateStrategy: How old pods are replaced by new ones.
  volumeClaimTemplates: What the claims of every pod are made from.
apps.v1.StatefulSetOrdinals: How pods are numbered.
  start: The first number. 0 by default.
apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy: What becomes of claims.
  whenDeleted: When the set is deleted: Retain (the default) or Delete.
  whenScaled: When the set is made smaller: Retain (the default) or Delete.
apps.v1.StatefulSetUpdateStrategy: How old pods are replaced by new ones.
  rollingUpdate: From which pod on, for type RollingUpdate.
  type: RollingUpdate (from the last to the first, the default) or OnDelete.
apps.v1.RollingUpdateStatefulSetStrategy: Which pods are replaced.
  maxUnavailable: How many may be missing at a time.
  partition: Pods with a smaller number stay as they are. 0 by default.
apps.v1.StatefulSetStatus: What there is of the wanted pods.
  currentReplicas: How many pods are of currentRevision.
  currentRevision: The revision that the pods had before the update.
  updateRevision: The revision that the pods are to have.
apps.v1.ControllerRevision: A former template of a DaemonSet or StatefulSet, to go back to.
  data: The template, as a patch.
  revision: The number of the revision.
batch.v1.Job: Runs pods until so many of them have ended well.
batch.v1.JobSpec: The pods that are wanted, and when it is enough.
  backoffLimit: How many pods may fail before the job counts as failed. 6 by default.
  backoffLimitPerIndex: The same for every index, with completionMode Indexed.
  completionMode: NonIndexed (pods are alike, the default) or Indexed (each has a number).
  completions: How many pods must end well.
  managedBy: Who looks after the job, when it isn't the job controller.
  manualSelector: Whether the selector was written by hand.
  maxFailedIndexes: How many indexes may fail.
  parallelism: How many pods may run at a time. 1 by default.
  podFailurePolicy: What to do about which failures.
  podReplacementPolicy: When a new pod is made for one that is about to end.
  selector: The pods that belong to it. The server fills it in.
  successPolicy: When it is enough, with completionMode Indexed.
  template: What the pods are made from. Its restartPolicy is OnFailure or Never. It can't be changed.
  ttlSecondsAfterFinished: After how many seconds a finished job is deleted. Without it: never.
batch.v1.JobStatus: How far a job has come.
  active: How many pods are pending or running.
  completedIndexes: The indexes that are done.
  completionTime: When the job was done.
  failed: How many pods have failed.
  ready: How many pods are ready.
  startTime: When the job controller took it on.
  succeeded: How many pods have ended well.
  terminating: How many pods are about to end.
batch.v1.JobCondition: One thing that is true of a job, or not, or not known.
  status: True, False or Unknown.
  type: What is said: Complete, Failed, Suspended, SuccessCriteriaMet or FailureTarget.
batch.v1.CronJob: Makes a Job again and again, by the clock.
batch.v1.CronJobSpec: When jobs are made, and which.
  concurrencyPolicy: What to do when the last job still runs: Allow (the default), Forbid or Replace.
  failedJobsHistoryLimit: How many failed jobs are kept. 1 by default.
  jobTemplate: What the jobs are made from.
  schedule: When, as minute, hour, day, month and day of the week, such as */5 * * * *.
  startingDeadlineSeconds: How many seconds late a job may be started. Later it is left out.
  successfulJobsHistoryLimit: How many jobs that ended well are kept. 3 by default.
  timeZone: The time zone of the schedule, such as Europe/Berlin.
batch.v1.JobTemplateSpec: What jobs are made from.
batch.v1.CronJobStatus: What has become of the schedule.
  active: Jobs that run now.
  lastScheduleTime: When a job was made last.
  lastSuccessfulTime: When a job last ended well.
`;
