# The fields that rules for virtual nodes know, by level, each with the requirements that it belongs to.
# Kubernetes tells capitals from small letters; people do not always.
package lib.field

# Level → field name in small letters → name and requirements.
_by_spelling := {level: spellings |
	some level, fields in _fields
	spellings := {lower(name): {"name": name, "ids": ids} | some name, ids in fields}
}

# METADATA
# description: the field of that level that the key is a wrong spelling of
meant(level, key) := field if {
	not _fields[level][key]
	field := _by_spelling[level][lower(key)]
}

# The comparison page calls the field by the name of its type.
meant("pod", key) := {"name": "os", "ids": ["VNP-33"]} if lower(key) == "podos"

_fields := {
	"pod": {
		"initContainers": ["VNP-04"],
		"ephemeralContainers": ["VNP-03"],
		"hostIPC": ["VNP-29"],
		"hostNetwork": ["VNP-30"],
		"hostPID": ["VNP-31"],
		"hostname": ["VNP-32"],
		"os": ["VNP-33"],
		"overhead": ["VNP-34"],
		"runtimeClassName": ["VNP-34"],
		"setHostnameAsFQDN": ["VNP-35"],
		"shareProcessNamespace": ["VNP-36"],
		"terminationGracePeriodSeconds": ["VNP-38"],
		"nodeSelector": ["VNP-63"],
		"affinity": ["VNP-63"],
		"imagePullSecrets": ["VNP-64"],
		"securityContext": ["VNP-40", "VNP-41", "VNP-42", "VNP-43", "VNP-44", "VNP-45"],
		"volumes": ["VNP-05", "VNP-06", "VNP-07", "VNP-08", "VNP-09", "VNP-11", "VNP-12", "VNP-13"],
	},
	"pod security": {
		"fsGroup": ["VNP-40"],
		"fsGroupChangePolicy": ["VNP-41"],
		"supplementalGroups": ["VNP-42"],
		"supplementalGroupsPolicy": ["VNP-42"],
		"seLinuxOptions": ["VNP-43"],
		"sysctls": ["VNP-44"],
		"seccompProfile": ["VNP-45"],
	},
	"container": {
		"livenessProbe": ["VNP-01", "VNP-02"],
		"readinessProbe": ["VNP-01", "VNP-02"],
		"startupProbe": ["VNP-01", "VNP-02"],
		"volumeDevices": ["VNP-28"],
		"ports": ["VNP-51", "VNP-52", "VNP-53"],
		"terminationMessagePolicy": ["VNP-54"],
		"terminationMessagePath": ["VNP-55"],
		"stdin": ["VNP-56"],
		"stdinOnce": ["VNP-57"],
		"tty": ["VNP-58"],
		"resources": ["VNP-59", "VNP-60"],
		"securityContext": ["VNP-46", "VNP-47", "VNP-48", "VNP-49", "VNP-50"],
		"volumeMounts": ["VNP-26", "VNP-27"],
	},
	"container security": {
		"allowPrivilegeEscalation": ["VNP-46"],
		"privileged": ["VNP-47"],
		"procMount": ["VNP-48"],
		"seccompProfile": ["VNP-49"],
		"seLinuxOptions": ["VNP-49"],
		"appArmorProfile": ["VNP-49"],
		"windowsOptions": ["VNP-49"],
		"capabilities": ["VNP-50"],
	},
	"probe": {
		"grpc": ["VNP-01"],
		"terminationGracePeriodSeconds": ["VNP-02"],
	},
	"mount": {
		"mountPropagation": ["VNP-26"],
		"subPathExpr": ["VNP-27"],
	},
	"volume": {
		"hostPath": ["VNP-05"],
		"persistentVolumeClaim": ["VNP-06"],
		"nfs": ["VNP-07"],
		"iscsi": ["VNP-08"],
		"cephfs": ["VNP-09"],
		"csi": ["VNP-11"],
		"ephemeral": ["VNP-11"],
		"downwardAPI": ["VNP-12", "VNP-24"],
		"emptyDir": ["VNP-13", "VNP-14", "VNP-15"],
		"configMap": ["VNP-16", "VNP-20"],
		"secret": ["VNP-17", "VNP-22"],
		"projected": ["VNP-18", "VNP-19", "VNP-21", "VNP-23"],
	},
	"emptyDir": {
		"sizeLimit": ["VNP-14"],
		"medium": ["VNP-15"],
	},
	"configMap": {"defaultMode": ["VNP-20"]},
	"projected": {"defaultMode": ["VNP-21"]},
	"secret": {"defaultMode": ["VNP-22"]},
	"port": {
		"hostIP": ["VNP-51"],
		"hostPort": ["VNP-52"],
		"containerPort": ["VNP-53"],
	},
}
