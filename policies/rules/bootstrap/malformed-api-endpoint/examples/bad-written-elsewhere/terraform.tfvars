api_endpoint = "https://10.0.0.3:6443" # expect: malformed-api-endpoint
