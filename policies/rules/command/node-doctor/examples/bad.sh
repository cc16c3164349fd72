# nodes: virtual, as-of: seed
sudo /usr/local/bin/node-doctor.sh --check # expect: node-doctor
node-doctor.sh --generate # expect: node-doctor
sudo bash /usr/local/bin/node-doctor.sh --generate # expect: node-doctor
