// Copy this, and fill it in. Secrets come from the environment and are written down nowhere.
using 'main.bicep'

param registryName = 'exampleregistry'
param image = 'regional-network@sha256:0000000000000000000000000000000000000000000000000000000000000000'
param hostName = 'network.example.gov.uk'
param entraClient = '00000000-0000-0000-0000-000000000000'
param allowedTenants = ['00000000-0000-0000-0000-000000000001']
param requiredContext = 'c1'
param collector = 'https://collector.example.gov.uk:4318'
param hasCollectorHeaders = true

param administratorPassword = readEnvironmentVariable('ADMINISTRATOR_PASSWORD')
param ownerPassword = readEnvironmentVariable('OWNER_PASSWORD')
param servingPassword = readEnvironmentVariable('SERVING_PASSWORD')
param wrappingKey = readEnvironmentVariable('WRAPPING_KEY')
param entraClientSecret = readEnvironmentVariable('ENTRA_CLIENT_SECRET')
param collectorHeaders = readEnvironmentVariable('COLLECTOR_HEADERS')

// The first deployment leaves the nodes out: set this once roles.sql and the task have run.
param isPrepared = false
