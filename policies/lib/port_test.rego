package lib.port_test

import data.lib.port

test_number[note] if {
	some note, value in {"number": 8080, "text": "8080"}
	port.number(value) == 8080
}

test_no_number[value] if {
	some value in ["http", "", null, [8080], {}, "8080a", "123456", true]
	not port.number(value)
}

test_node_port[note] if {
	some note, value in {"first": 30000, "some": 30002, "last": 32767, "text": "30002"}
	port.node_port(value)
}

test_no_node_port[value] if {
	some value in [29999, 32768, 80, "29999", "http", null]
	not port.node_port(value)
}
