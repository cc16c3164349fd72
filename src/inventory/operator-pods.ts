// Custom resources of operators that describe pods in words of their own: which of their fields means which field of a pod or container.
// Takes nothing; gives a table by API group and kind.
import type { ContainerList } from "../model/inventory/workload.ts";

/**
 * `at`: dotted paths of what is nearly a pod spec. `lists` and `singles`: as in `PodRoot`. `words`: dotted path in a pod spec, and where
 * the kind has it, from the same place, empty where it has something else under the word; what stands under `own` belongs to the
 * container that the spec itself describes, by the name that `own` gives.
 */
export type Nearly = {
  readonly at: readonly string[];
  readonly lists: readonly ContainerList[];
  readonly singles?: Readonly<Record<string, ContainerList>>;
  readonly words?: Readonly<Record<string, string>>;
  readonly own?: string;
};

const weblogic = (...at: readonly string[]): Nearly => ({
  at,
  lists: ["containers", "initContainers"],
  words: { securityContext: "podSecurityContext", "own.securityContext": "containerSecurityContext" },
  own: "weblogic-server",
});
const servers = (spec: string) => [
  `${spec}.serverPod`,
  `${spec}.adminServer.serverPod`,
  `${spec}.managedServers.*.serverPod`,
  `${spec}.clusters.*.serverPod`,
  `${spec}.introspector.serverPod`,
];

const coherence = (spec: string): Nearly => ({
  at: [spec],
  lists: ["initContainers", "sideCars"],
  words: { "own.securityContext": "containerSecurityContext" },
  own: "coherence",
});

const POD_FIELDS = [
  "affinity",
  "hostAliases",
  "hostUsers",
  "imagePullSecrets",
  "securityContext",
  "terminationGracePeriodSeconds",
  "tolerations",
  "topologySpreadConstraints",
  "volumes",
];
/** Strimzi keeps resources beside a `template` that holds the pod and each container. */
const strimzi = (own: string, container: string, ...at: readonly string[]): Nearly => ({
  at,
  lists: [],
  words: {
    ...Object.fromEntries(POD_FIELDS.map((field) => [field, `template.pod.${field}`])),
    "own.securityContext": `template.${container}.securityContext`,
    "own.env": `template.${container}.env`,
    "own.volumeMounts": `template.${container}.volumeMounts`,
  },
  own,
});

const spark = (role: string): Nearly => ({
  at: [`spec.${role}`, `spec.template.${role}`],
  lists: ["initContainers", "sidecars"],
  words: { securityContext: "podSecurityContext", "own.securityContext": "securityContext" },
  own: `spark-kubernetes-${role}`,
});

const collector: Nearly = {
  at: ["spec"],
  lists: ["initContainers", "additionalContainers"],
  words: { securityContext: "podSecurityContext", "own.securityContext": "securityContext" },
  own: "otc-container",
};

const runtime: Nearly = { at: ["spec"], lists: ["containers", "initContainers"] };

/** A kind may describe pods in more than one way. */
export const OPERATOR_PODS: Readonly<Record<string, readonly Nearly[]>> = {
  "weblogic.oracle/Domain": [weblogic(...servers("spec"))],
  "weblogic.oracle/Cluster": [weblogic("spec.serverPod")],
  "core.verrazzano.io/VerrazzanoWebLogicWorkload": [weblogic(...servers("spec.template.spec"))],
  "core.verrazzano.io/VerrazzanoWeblogicWorkload": [weblogic(...servers("spec.template.spec"))],
  "oam.verrazzano.io/VerrazzanoWebLogicWorkload": [weblogic(...servers("spec.template.spec"))],
  "core.verrazzano.io/VerrazzanoCoherenceWorkload": [coherence("spec.template.spec")],
  "oam.verrazzano.io/VerrazzanoCoherenceWorkload": [coherence("spec.template.spec")],
  "coherence.oracle.com/Coherence": [coherence("spec")],
  "coherence.oracle.com/CoherenceJob": [coherence("spec")],
  "kafka.strimzi.io/Kafka": [
    strimzi("kafka", "kafkaContainer", "spec.kafka"),
    strimzi("zookeeper", "zookeeperContainer", "spec.zookeeper"),
    strimzi("entity-operator", "topicOperatorContainer", "spec.entityOperator"),
    strimzi("cruise-control", "cruiseControlContainer", "spec.cruiseControl"),
    strimzi("kafka-exporter", "container", "spec.kafkaExporter"),
  ],
  "kafka.strimzi.io/KafkaNodePool": [strimzi("kafka", "kafkaContainer", "spec")],
  "kafka.strimzi.io/KafkaConnect": [strimzi("connect", "connectContainer", "spec")],
  "kafka.strimzi.io/KafkaMirrorMaker2": [strimzi("connect", "connectContainer", "spec")],
  "kafka.strimzi.io/KafkaBridge": [strimzi("bridge", "bridgeContainer", "spec")],
  "sparkoperator.k8s.io/SparkApplication": [runtime, spark("driver"), spark("executor")],
  "sparkoperator.k8s.io/ScheduledSparkApplication": [
    { ...runtime, at: ["spec.template"] },
    spark("driver"),
    spark("executor"),
  ],
  "opentelemetry.io/OpenTelemetryCollector": [collector],
  "acid.zalan.do/postgresql": [
    {
      at: ["spec"],
      lists: ["initContainers", "sidecars"],
      words: { "securityContext.fsGroup": "spiloFSGroup", volumes: "additionalVolumes" },
      own: "postgres",
    },
  ],
  "postgresql.cnpg.io/Cluster": [
    {
      at: ["spec"],
      lists: [],
      words: { "securityContext.seccompProfile": "seccompProfile" },
      own: "postgres",
    },
  ],
  "postgres-operator.crunchydata.com/PostgresCluster": [
    { at: ["spec.instances.*"], lists: ["containers"], own: "database" },
  ],
  "rabbitmq.com/RabbitmqCluster": [
    { at: ["spec"], lists: [], own: "rabbitmq" },
    { at: ["spec.override.statefulSet.spec.template.spec"], lists: ["containers", "initContainers"] },
  ],
  "databases.spotahome.com/RedisFailover": [
    { at: ["spec.redis"], lists: ["initContainers", "extraContainers"], own: "redis" },
    { at: ["spec.sentinel"], lists: ["initContainers", "extraContainers"], own: "sentinel" },
  ],
  "serving.kserve.io/ServingRuntime": [runtime],
  "serving.kserve.io/ClusterServingRuntime": [runtime],
  "datadoghq.com/DatadogAgent": [{ at: ["spec.override.*"], lists: [] }],
};
