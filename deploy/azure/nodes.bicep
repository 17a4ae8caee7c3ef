// The nodes: two or three replicas of the image of deploy/oci, one of which may always be lost. And the tasks: the same image with
// another command, by hand, as the owner of the database.

@description('Region of all resources.')
param location string

@description('What names of resources begin with.')
param prefix string

@description('Subnet that is delegated to Container Apps.')
param subnet string

@description('Addresses of that subnet.')
param subnetAddresses string

@description('Where logs go.')
param workspace string

@description('Whether browsers and clients come from the Internet; else from the network alone.')
param isPublic bool

@description('Whether roles.sql and the task have run: until then there is nothing for nodes to serve.')
param isPrepared bool

@description('How many nodes.')
param nodes int

@description('Cores of each node; it has two GiB of memory for each.')
param cores string

@description('The image with its digest.')
param image string

@description('Host name of the registry that has the image.')
param registry string

@description('Resource id of the identity of the nodes.')
param nodesIdentity string

@description('Resource id of the identity of the tasks.')
param tasksIdentity string

@description('Address of the vault, with a slash at the end.')
param vault string

@description('Whether the vault holds the next wrapping key too.')
param isWrappingKeyChanging bool

@description('Whether the collector asks for headers, which the vault holds.')
param hasCollectorHeaders bool

@description('Host name under which browsers and clients come.')
param hostName string

@description('Resource id of its certificate in the environment; empty until it is there.')
param certificate string

@description('Tenant of Microsoft Entra ID in which the API is registered.')
param entraTenant string

@description('Application that it is registered as.')
param entraClient string

@description('Further tenants whose tokens are accepted.')
param allowedTenants string[]

@description('Authentication context that signing in must have met; empty for none.')
param requiredContext string

@description('Address of an OTLP collector, by HTTPS; empty for none.')
param collector string

// What the image says of itself (deploy/oci).
var port = 5080
var data = '/var/lib/regional-network'

var mounted = '/mnt/secrets'
var proxies = [
  subnetAddresses
  // From which Container Apps gives addresses to its own ingress, whatever the network
  // (https://learn.microsoft.com/azure/container-apps/custom-virtual-networks#subnet-address-range-restrictions).
  '100.100.0.0/17'
]

var wrappingKeys = concat(
  [
    {
      secretRef: 'wrapping-key'
      path: 'wrapping-key'
    }
  ],
  isWrappingKeyChanging
    ? [
        {
          secretRef: 'wrapping-key-next'
          path: 'wrapping-key.next'
        }
      ]
    : []
)
var keyNames = map(wrappingKeys, each => each.secretRef)
var nodeSecrets = concat(keyNames, ['journal', 'entra-client-secret'], hasCollectorHeaders ? ['collector-headers'] : [])
var taskSecrets = concat(keyNames, ['journal-owner'])

var journal = {
  name: 'Journal__PostgreSql'
  secretRef: 'journal'
}
var wrappingFile = {
  name: 'Keys__WrappingFile'
  value: '${mounted}/wrapping-key'
}

var settings = concat(
  [
    journal
    wrappingFile
    {
      name: 'AzureAd__TenantId'
      value: entraTenant
    }
    {
      name: 'AzureAd__ClientId'
      value: entraClient
    }
    {
      name: 'AzureAd__ClientSecret'
      secretRef: 'entra-client-secret'
    }
    {
      name: 'SignIn__PublicUrl'
      value: 'https://${hostName}'
    }
    {
      name: 'Drain__DelaySeconds'
      value: '10'
    }
    {
      name: 'Logging__Console__FormatterName'
      value: 'json'
    }
  ],
  map(proxies, (network, i) => {
    name: 'TrustedProxies__${i}'
    value: network
  }),
  map(allowedTenants, (tenant, i) => {
    name: 'AzureAd__AllowedTenants__${i}'
    value: tenant
  }),
  empty(requiredContext)
    ? []
    : [
        {
          name: 'AzureAd__RequiredAcr'
          value: requiredContext
        }
      ],
  empty(collector)
    ? []
    : [
        {
          name: 'OTEL_EXPORTER_OTLP_ENDPOINT'
          value: collector
        }
      ],
  hasCollectorHeaders
    ? [
        {
          name: 'OTEL_EXPORTER_OTLP_HEADERS'
          secretRef: 'collector-headers'
        }
      ]
    : []
)

var volumes = [
  {
    name: 'secrets'
    storageType: 'Secret'
    secrets: wrappingKeys
  }
  // Nothing that must be kept: it goes with the replica.
  {
    name: 'data'
    storageType: 'EmptyDir'
  }
]
var mounts = [
  {
    volumeName: 'secrets'
    mountPath: mounted
  }
  {
    volumeName: 'data'
    mountPath: data
  }
]

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${prefix}-environment'
  location: location
  properties: {
    vnetConfiguration: {
      infrastructureSubnetId: subnet
      internal: !isPublic
    }
    zoneRedundant: true
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: environment
  name: 'logs'
  properties: {
    workspaceId: workspace
    logs: [
      {
        category: 'ContainerAppConsoleLogs'
        enabled: true
      }
      {
        category: 'ContainerAppSystemLogs'
        enabled: true
      }
    ]
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = if (isPrepared) {
  name: '${prefix}-nodes'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${nodesIdentity}': {}
    }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      // New nodes are ready before old ones are told to stop.
      activeRevisionsMode: 'Single'
      registries: [
        {
          server: registry
          identity: nodesIdentity
        }
      ]
      secrets: [
        for name in nodeSecrets: {
          name: name
          keyVaultUrl: '${vault}secrets/${name}'
          identity: nodesIdentity
        }
      ]
      ingress: {
        external: true
        targetPort: port
        transport: 'auto'
        allowInsecure: false
        clientCertificateMode: 'ignore'
        customDomains: empty(certificate)
          ? []
          : [
              {
                name: hostName
                certificateId: certificate
                bindingType: 'SniEnabled'
              }
            ]
        traffic: [
          {
            latestRevision: true
            weight: 100
          }
        ]
      }
    }
    template: {
      // The drain, thirty seconds for requests that have begun, ten to close.
      terminationGracePeriodSeconds: 60
      scale: {
        minReplicas: nodes
        maxReplicas: nodes
      }
      volumes: volumes
      containers: [
        {
          name: 'server'
          image: image
          resources: {
            cpu: json(cores)
            memory: '${2 * int(cores)}Gi'
          }
          env: settings
          volumeMounts: mounts
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/health/live'
                port: port
                scheme: 'HTTP'
              }
              periodSeconds: 2
              failureThreshold: 10
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/health/ready'
                port: port
                scheme: 'HTTP'
              }
              periodSeconds: 2
              failureThreshold: 2
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/health/live'
                port: port
                scheme: 'HTTP'
              }
              periodSeconds: 10
              failureThreshold: 3
            }
          ]
        }
      ]
    }
  }
}

resource task 'Microsoft.App/jobs@2024-03-01' = {
  name: '${prefix}-task'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${tasksIdentity}': {}
    }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      triggerType: 'Manual'
      manualTriggerConfig: {
        parallelism: 1
        replicaCompletionCount: 1
      }
      replicaTimeout: 1800
      replicaRetryLimit: 0
      registries: [
        {
          server: registry
          identity: tasksIdentity
        }
      ]
      secrets: [
        for name in taskSecrets: {
          name: name
          keyVaultUrl: '${vault}secrets/${name}'
          identity: tasksIdentity
        }
      ]
    }
    template: {
      volumes: volumes
      containers: [
        {
          name: 'server'
          image: image
          args: ['prepare', '--data', data]
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: [
            union(journal, { secretRef: 'journal-owner' })
            wrappingFile
          ]
          volumeMounts: mounts
        }
      ]
    }
  }
}

output task string = task.name
output domain string = environment.properties.defaultDomain
output address string = environment.properties.staticIp
