#!/bin/sh
cat > node.ign << 'EOF'
{
  "ignition": { "version": "3.4.0" },
  "systemd": {
    "units": [
      {
        "name": "join.service",
        "contents": "[Service]\nExecStart=/usr/bin/kubeadm join --token abcdef.0123456789abcdef" 
      }
    ]
  }
}
EOF
