"""The Newton API's models, endpoints and resource classes, made from `openapi.yaml`; do not edit."""
